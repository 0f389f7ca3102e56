package io.mainswatch.localaws.presence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mainswatch.localaws.broker.ClientSession;
import java.util.List;

/**
 * What the filters of one SUBSCRIBE or UNSUBSCRIBE have led to.
 *
 * @param timestamp Unix milliseconds
 * @param topics the topic filters, in the packet's order
 */
@JsonPropertyOrder({"clientId", "timestamp", "eventType", "sessionIdentifier", "principalIdentifier", "topics"})
record SubscriptionEvent(
        String clientId,
        long timestamp,
        String eventType,
        String sessionIdentifier,
        String principalIdentifier,
        List<String> topics)
        implements LifecycleEvent {

    static SubscriptionEvent subscribed(ClientSession session, List<String> topics, long at) {
        return of("subscribed", session, topics, at);
    }

    static SubscriptionEvent unsubscribed(ClientSession session, List<String> topics, long at) {
        return of("unsubscribed", session, topics, at);
    }

    private static SubscriptionEvent of(String type, ClientSession session, List<String> topics, long at) {
        return new SubscriptionEvent(
                session.clientId(), at, type, session.id(), session.principal(), List.copyOf(topics));
    }

    @Override
    public String topic() {
        return "$aws/events/subscriptions/" + eventType + "/" + clientId;
    }
}
