package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.broker.Qos;

/** Publishes for a rule as if a client did: for subscribers, for the services, and for rules. */
@FunctionalInterface
public interface Republisher {

    /** @param hops how many rules the message has come through, the one that publishes it included */
    void publish(String topic, byte[] payload, Qos qos, int hops);
}
