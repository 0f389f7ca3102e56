package io.mainswatch.pi4j.chardev;

import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.KernelException;
import io.mainswatch.pi4j.chardev.kernel.LineEvent;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one input. It sleeps in the kernel until an edge comes or the watch is closed, and it alone closes the
 * line, so no descriptor is closed, and given to somebody else, while a thread waits on it.
 */
final class EdgeWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeWatch.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(5);

    private final Kernel kernel;
    private final Line line;
    private final Consumer<LineEvent> edges;
    private final int wakeUp;
    private final Thread thread;
    private boolean ended;

    /**
     * @param line is closed with the watch
     * @param edges gets each edge, on the watch's thread
     */
    EdgeWatch(Kernel kernel, Line line, Consumer<LineEvent> edges) throws KernelException {
        this.kernel = kernel;
        this.line = line;
        this.edges = edges;
        this.wakeUp = kernel.eventfd();
        this.thread = new Thread(this::watch, "gpio-" + line);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Wakes the thread and waits for its end, unless it is the caller. */
    @Override
    public void close() {
        wakeUp();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{}: a listener is still busy; the line is closed when it returns.", line);
        }
    }

    private synchronized void wakeUp() {
        if (!ended) {
            try {
                kernel.signal(wakeUp);
            } catch (KernelException e) {
                LOG.warn(
                        "{}: the thread that watches it cannot be woken, so it is not closed: {}",
                        line,
                        e.getMessage());
            }
        }
    }

    private void watch() {
        try {
            ByteBuffer buffer = LineEvent.buffer();
            while (kernel.awaitReadable(line.descriptor(), wakeUp)) {
                int bytes = kernel.read(line.descriptor(), buffer);
                LineEvent.decode(buffer, bytes).forEach(edges);
            }
        } catch (KernelException | ChardevException e) {
            LOG.warn("{}: edges are not seen any more: {}", line, e.getMessage());
        } finally {
            end();
        }
    }

    private synchronized void end() {
        ended = true;
        try (line) {
            kernel.close(wakeUp);
        } catch (KernelException e) {
            LOG.warn("{}: the wake-up descriptor cannot be closed: {}", line, e.getMessage());
        }
    }
}
