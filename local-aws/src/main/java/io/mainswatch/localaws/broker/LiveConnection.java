package io.mainswatch.localaws.broker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** What we know of one open socket while it is open: its topic aliases, its session, and why it is about to end. */
final class LiveConnection {

    private final Map<Integer, String> aliases = new ConcurrentHashMap<>();
    private final AtomicReference<DisconnectReason> reason = new AtomicReference<>();
    private final AtomicReference<ClientSession> session = new AtomicReference<>();

    /** The topic of a PUBLISH: an MQTT 5 client may send a number in its place once it has sent both. */
    String resolve(String topic, Integer alias) {
        if (alias == null) {
            return topic;
        }
        if (topic.isEmpty()) {
            return aliases.getOrDefault(alias, "");
        }
        aliases.put(alias, topic);
        return topic;
    }

    /** Notes why it ends; the first to say so is right, since one cause brings others with it. */
    void endsBecause(DisconnectReason why) {
        reason.compareAndSet(null, why);
    }

    /** Why it ended; a connection that just broke has nobody to say so. */
    DisconnectReason reason() {
        return Optional.ofNullable(reason.get()).orElse(DisconnectReason.CONNECTION_LOST);
    }

    void letIn(ClientSession in) {
        session.set(in);
    }

    /** The session of a client that has been let in, to be ended; only the first who asks gets it. */
    Optional<ClientSession> endSession() {
        return Optional.ofNullable(session.getAndSet(null));
    }
}
