package io.mainswatch.cloud.intake;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN while there is no connection to the broker: the route itself counts as started whatever its client does. */
final class IntakeHealth extends AbstractHealthCheck {

    private final IntakeConsumer consumer;

    IntakeHealth(IntakeConsumer consumer) {
        super("camel", "intake");
        this.consumer = consumer;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (consumer.isConnected()) {
            builder.up();
        } else {
            builder.down().message("Not connected to " + consumer.broker() + ".");
        }
    }
}
