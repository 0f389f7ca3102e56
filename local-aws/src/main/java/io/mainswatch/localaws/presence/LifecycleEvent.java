package io.mainswatch.localaws.presence;

/** What AWS tells about a client under {@code $aws/events/}. */
sealed interface LifecycleEvent permits PresenceEvent, SubscriptionEvent {

    String clientId();

    /** Whether the client id has a character that no topic may have; AWS publishes no events for such clients. */
    default boolean hasWildcard() {
        return clientId().contains("#") || clientId().contains("+");
    }

    String topic();
}
