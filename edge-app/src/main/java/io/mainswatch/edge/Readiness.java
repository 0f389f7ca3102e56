package io.mainswatch.edge;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.SupervisingRouteController;

/**
 * Runs something once, as soon as every route reads its source; the broker may still be away. A line that is busy is
 * tried again by Camel's route controller, which has no event for its success: so it is asked.
 */
final class Readiness extends MainListenerSupport {

    private static final long PERIOD_MILLIS = 50;

    private final Runnable onReady;
    private ScheduledExecutorService executor;

    Readiness(Runnable onReady) {
        this.onReady = onReady;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        executor = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "readiness");
        executor.scheduleWithFixedDelay(() -> look(context), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(CamelContext context) {
        SupervisingRouteController routes = (SupervisingRouteController) context.getRouteController();
        if (!routes.hasUnhealthyRoutes()) {
            executor.shutdown();
            onReady.run();
        }
    }
}
