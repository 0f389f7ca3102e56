package io.mainswatch.localaws.console;

import io.mainswatch.localaws.store.Changes;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open consoles by server-sent events that something has changed: an event {@code things}, {@code mails},
 * {@code lines} or {@code faults}. Changes that come close together are one event. All of it happens on one event loop.
 */
public final class ConsoleEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleEvents.class);

    private static final long GATHER_MILLIS = 100;

    /** So that a proxy or a laptop that slept notices. */
    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Vertx vertx;
    private final Context loop;
    private final Set<HttpServerResponse> open = new HashSet<>();
    private final Set<Changes.Kind> pending = EnumSet.noneOf(Changes.Kind.class);

    public ConsoleEvents(Vertx vertx, Changes changes) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        changes.listen(this::changed);
        vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> loop.runOnContext(go -> send(": here\n\n")));
    }

    void stream(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                // A compressor would keep an event until there is enough of it.
                .putHeader("content-encoding", "identity");
        response.closeHandler(closed -> loop.runOnContext(go -> open.remove(response)));
        response.write("retry: 1000\n\n");
        loop.runOnContext(go -> open.add(response));
    }

    /** On the thread that made the change, which may be the last to end when the stand-in stops. */
    private void changed(Changes.Kind kind) {
        try {
            loop.runOnContext(go -> gather(kind));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} changed after the last page was closed", kind);
        }
    }

    private void gather(Changes.Kind kind) {
        if (pending.isEmpty()) {
            vertx.setTimer(GATHER_MILLIS, timer -> loop.runOnContext(go -> flush()));
        }
        pending.add(kind);
    }

    private void flush() {
        pending.forEach(kind -> send("event: " + kind.name().toLowerCase(Locale.ROOT) + "\ndata: {}\n\n"));
        pending.clear();
    }

    private void send(String event) {
        open.forEach(response -> response.write(event));
    }
}
