package io.mainswatch.cloud.inbox;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code storeNotice}: says before each new attempt that a message could not be stored, and why. */
public final class StoreNotice implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger("io.mainswatch.cloud.inbox");

    private final Cause cause = new Cause();

    @Override
    public void process(Exchange exchange) {
        LOG.warn(
                "a message of {} waits at the broker, the inbox cannot take it: {}",
                exchange.getMessage().getHeader("CamelMqttTopic"),
                cause.of(exchange));
    }
}
