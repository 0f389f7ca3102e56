package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.rules.sql.Sender;

/** What services publish, rules hear too. */
public final class HeardPublisher implements Publisher {

    private final Publisher publisher;
    private final RuleEngine rules;

    public HeardPublisher(Publisher publisher, RuleEngine rules) {
        this.publisher = publisher;
        this.rules = rules;
    }

    @Override
    public void publish(String topic, byte[] payload, Qos qos) {
        publish(topic, payload, qos, 0);
    }

    /** @param hops how many rules the message has come through */
    public void publish(String topic, byte[] payload, Qos qos, int hops) {
        if (BasicIngest.parse(topic).isEmpty()) {
            publisher.publish(topic, payload, qos);
        }
        rules.hear(topic, payload, Sender.NO_CLIENT, hops);
    }

    @Override
    public void whenKept(Runnable task) {
        publisher.whenKept(task);
    }
}
