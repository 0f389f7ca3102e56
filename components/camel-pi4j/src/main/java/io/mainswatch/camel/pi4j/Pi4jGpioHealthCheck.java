package io.mainswatch.camel.pi4j;

import com.pi4j.exception.Pi4JException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN when nobody watches the line or it cannot be read. A level that never changes is healthy. */
final class Pi4jGpioHealthCheck extends AbstractHealthCheck {

    private final Pi4jGpioConsumer consumer;

    Pi4jGpioHealthCheck(Pi4jGpioConsumer consumer) {
        super("camel", "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("pin", consumer.getEndpoint().getConfiguration().getPin());
        builder.detail("dropped", consumer.dropped());
        try {
            builder.detail("state", consumer.probe().name());
            builder.up();
        } catch (GpioLineException | Pi4JException e) {
            builder.message(e.getMessage());
            builder.error(e);
            builder.down();
        }
    }
}
