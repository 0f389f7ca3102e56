package io.mainswatch.edge.liveness;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** UP while the thing is connected and gets its answers: being connected alone is not enough. */
public final class ThingHealth extends AbstractHealthCheck {

    /** What three attempts and the waits between them may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Liveness liveness;

    public ThingHealth(Liveness liveness) {
        super("mainswatch", "thing-connection");
        this.liveness = liveness;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Life life = liveness.look();
        boolean isUp = life.connected() && life.silent().compareTo(PATIENCE) < 0;
        builder.state(isUp ? State.UP : State.DOWN)
                .message(life.words())
                .detail("connected", life.connected())
                .detail("silent.seconds", life.silent().toSeconds());
    }
}
