package io.mainswatch.localaws.broker;

import java.util.List;
import java.util.Optional;

/** The retained messages, one a topic. They survive a restart. */
public interface RetainedMessages {

    /** The topic's message, if it has one. */
    Optional<RetainedMessage> find(String topic);

    /** Those whose topics come after {@code after}, by topic, {@code limit} at most. */
    List<RetainedMessage> list(String after, int limit);

    /** Keeps the message in place of the topic's last one; an empty payload ends that one. Subscribers do not hear of it. */
    void keep(String topic, byte[] payload, Qos qos);
}
