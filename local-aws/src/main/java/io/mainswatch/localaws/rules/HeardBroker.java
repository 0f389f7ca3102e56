package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.broker.BrokerListener;
import io.mainswatch.localaws.broker.Qos;

/** The broker as services have it: what they publish, rules hear too. */
public final class HeardBroker implements Broker {

    /** What AWS gives for a message that no MQTT client has published. */
    private static final String NO_CLIENT = "N/A";

    private final Broker broker;
    private final RuleEngine rules;

    public HeardBroker(Broker broker, RuleEngine rules) {
        this.broker = broker;
        this.rules = rules;
    }

    @Override
    public void publish(String topic, byte[] payload, Qos qos) {
        publish(topic, payload, qos, 0);
    }

    /** @param hops how many rules the message has come through */
    public void publish(String topic, byte[] payload, Qos qos, int hops) {
        if (BasicIngest.parse(topic).isEmpty()) {
            broker.publish(topic, payload, qos);
        }
        rules.hear(topic, payload, NO_CLIENT, hops);
    }

    @Override
    public void start(BrokerListener listener) {
        broker.start(listener);
    }

    @Override
    public int port() {
        return broker.port();
    }

    @Override
    public void close() {
        broker.close();
    }
}
