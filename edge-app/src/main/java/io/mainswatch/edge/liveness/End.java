package io.mainswatch.edge.liveness;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a deaf process so that it can be started afresh: in order if that still works, else at once. */
public final class End {

    /** {@code EX_TEMPFAIL} of {@code sysexits.h}: it may be better the next time. */
    public static final int DEAF = 75;

    private static final Logger LOG = LoggerFactory.getLogger(End.class);

    private final AtomicBoolean begun = new AtomicBoolean();
    private final Runnable stop;
    private final IntConsumer halt;
    private final Duration patience;

    /**
     * @param stop asks for an orderly stop and returns
     * @param halt ends the process with a status, whatever it is doing
     * @param patience how long the orderly stop may take
     */
    public End(Runnable stop, IntConsumer halt, Duration patience) {
        this.stop = stop;
        this.halt = halt;
        this.patience = patience;
    }

    /** The device has been deaf for too long. */
    public void deaf(Life life) {
        if (begun.compareAndSet(false, true)) {
            LOG.error(
                    "deaf for {} s ({}): the process ends with status {} to be started afresh; nothing is lost, the journal"
                            + " has it",
                    life.silent().toSeconds(),
                    life.words(),
                    DEAF);
            Thread last = new Thread(this::haltAfterPatience, "last-resort");
            last.setDaemon(true);
            last.start();
            stop.run();
        }
    }

    /** Whether the end was for deafness. */
    public boolean isDeaf() {
        return begun.get();
    }

    private void haltAfterPatience() {
        try {
            Thread.sleep(patience.toMillis());
            halt.accept(DEAF);
        } catch (InterruptedException e) {
            LOG.debug("The last resort is not needed", e);
        }
    }
}
