package io.mainswatch.edge;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each time that Camel is about to try something again, in place of its own long one. */
public final class RetryNotice implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(RetryNotice.class);

    @Override
    public void process(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn(
                "{}: {}; attempt {}",
                exchange.getFromRouteId(),
                cause.getMessage(),
                exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class) + 1);
    }
}
