package io.mainswatch.edge.desired;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.timer.TimerEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timer of the route {@code heartbeat}. */
public final class HeartbeatTimer {

    private static final String ROUTE = "heartbeat";

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatTimer.class);

    private final CamelContext context;

    public HeartbeatTimer(CamelContext context) {
        this.context = context;
    }

    /** From now on a heartbeat comes after each such time, the first one after the whole of it. */
    public void every(Duration period) {
        if (!(context.getRoute(ROUTE) != null
                && context.getRoute(ROUTE).getEndpoint() instanceof TimerEndpoint timer)) {
            LOG.warn("there is no route {} that begins at a timer: its period is left as it is", ROUTE);
        } else if (timer.getPeriod() != period.toMillis()) {
            begin(timer, period.toMillis());
        }
    }

    private void begin(TimerEndpoint timer, long millis) {
        timer.setDelay(millis);
        timer.setPeriod(millis);
        try {
            context.getRouteController().stopRoute(ROUTE);
            context.getRouteController().startRoute(ROUTE);
        } catch (Exception e) {
            throw new IllegalStateException("the route " + ROUTE + " does not start anew", e);
        }
    }
}
