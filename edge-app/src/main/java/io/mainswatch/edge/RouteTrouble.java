package io.mainswatch.edge;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteRestartingFailureEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a route does not start, for example because its line is busy. Camel tries again, and says it in a whisper. */
final class RouteTrouble extends EventNotifierSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTrouble.class);

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteRestartingFailureEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        RouteRestartingFailureEvent failure = (RouteRestartingFailureEvent) event;
        LOG.warn(
                "route {} does not start ({}); it is tried again",
                failure.getRoute().getRouteId(),
                rootCause(failure.getCause()).getMessage());
    }

    /** What it comes from in the end. */
    static Throwable rootCause(Throwable failure) {
        return failure.getCause() == null ? failure : rootCause(failure.getCause());
    }
}
