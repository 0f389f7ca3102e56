package io.mainswatch.camel.pi4j;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.exception.IOAlreadyExistsException;
import com.pi4j.io.gpio.digital.Digital;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines that this component has open in a Pi4J context. Pi4J opens a line once only, so endpoints share it: the
 * first opens it, the last closes it. Lines that others opened in the same context are theirs.
 */
final class GpioLines {

    private static final Logger LOG = LoggerFactory.getLogger(GpioLines.class);

    private final Context context;
    private final Map<Integer, Line> open = new HashMap<>();

    GpioLines(Context context) {
        this.context = context;
    }

    /** Refuses what no waiting heals: a context that is shut down, or has no provider that could open the line. */
    void check(LineRequest<?> request) {
        refuseIfShutDown(request);
        Set<String> ids = new TreeSet<>(context.providers().all(request.type()).keySet());
        if (ids.isEmpty()) {
            throw new GpioLineException(
                    request.pin(),
                    "there is no GPIO: the Pi4J context has no provider of type " + request.type()
                            + ". Add one to the context, or its plugin's jar to the class path.");
        }
        if (request.provider() != null && !ids.contains(request.provider())) {
            throw new GpioLineException(
                    request.pin(),
                    "there is no Pi4J provider '" + request.provider() + "' of type " + request.type()
                            + ". Set the option provider to one of " + String.join(", ", ids) + ", or leave it out.");
        }
    }

    /** Opens the line or joins those who have it open; each call wants a {@link #release} of its own. */
    synchronized <T extends Digital<?, ?, ?>> T acquire(LineRequest<T> request) {
        Line line = open.get(request.pin());
        if (line == null) {
            line = new Line(request, open(request), 0);
        } else if (!line.request().equals(request)) {
            throw new GpioLineException(
                    request.pin(),
                    "asked for as " + request + " but open as " + line.request()
                            + ". Endpoints on one line share it: give them the same direction and options, or another line.");
        }
        open.put(request.pin(), new Line(line.request(), line.digital(), line.users() + 1));
        return request.line().cast(line.digital());
    }

    /** Gives the line back; the last to do so closes it. */
    synchronized void release(LineRequest<?> request) {
        Line line = open.get(request.pin());
        if (line.users() > 1) {
            open.put(request.pin(), new Line(line.request(), line.digital(), line.users() - 1));
        } else {
            open.remove(request.pin());
            if (context.registry().exists(request.id())) {
                context.shutdown(request.id());
            }
        }
    }

    /** Whether the line is open, here and in Pi4J, whose owner may have shut it down. */
    synchronized boolean isOpen(LineRequest<?> request) {
        return open.containsKey(request.pin()) && context.registry().exists(request.id());
    }

    private <T extends Digital<?, ?, ?>> T open(LineRequest<T> request) {
        refuseIfShutDown(request);
        try {
            T line = request.open(context);
            LOG.info(
                    "pi4j-gpio:{}: open as {} by provider {}",
                    request.pin(),
                    request,
                    line.provider().id());
            return line;
        } catch (IOAlreadyExistsException e) {
            throw new GpioLineException(
                    request.pin(),
                    "another part of this program has the line open in the same Pi4J context. Close it there, or use another line.",
                    e);
        } catch (Pi4JException | IllegalStateException e) {
            throw new GpioLineException(
                    request.pin(), "cannot be opened: " + rootCause(e).getMessage(), e);
        }
    }

    private void refuseIfShutDown(LineRequest<?> request) {
        if (context.isShutdown()) {
            throw new GpioLineException(
                    request.pin(), "the Pi4J context has been shut down. Put a live one in the registry.");
        }
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private record Line(LineRequest<?> request, Digital<?, ?, ?> digital, int users) {}
}
