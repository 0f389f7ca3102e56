package io.mainswatch.edge.output;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Hears that an output's line is open: at the start, or later if the line was busy then. */
public final class OutputOpened extends EventNotifierSupport {

    /** Where the Kamelet for outputs receives. */
    private static final String RECEIVES = "direct://output-";

    private final Outputs outputs;
    private final Runnable onOpened;

    /** @param onOpened run afterwards: there is something to report */
    public OutputOpened(Outputs outputs, Runnable onOpened) {
        this.outputs = outputs;
        this.onOpened = onOpened;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteStartedEvent started && endpoint(started).startsWith(RECEIVES);
    }

    @Override
    public void notify(CamelEvent event) {
        outputs.opened(endpoint((RouteStartedEvent) event).substring(RECEIVES.length()));
        onOpened.run();
    }

    private static String endpoint(RouteStartedEvent started) {
        return started.getRoute().getEndpoint().getEndpointUri();
    }
}
