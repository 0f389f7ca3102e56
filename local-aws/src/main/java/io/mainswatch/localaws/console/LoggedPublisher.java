package io.mainswatch.localaws.console;

import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;

/** What services publish stands in the message log too. */
public record LoggedPublisher(Publisher publisher, MessageLog log) implements Publisher {

    @Override
    public void publish(String topic, byte[] payload, Qos qos) {
        log.add(topic, null, payload);
        publisher.publish(topic, payload, qos);
    }

    @Override
    public void whenKept(Runnable task) {
        publisher.whenKept(task);
    }
}
