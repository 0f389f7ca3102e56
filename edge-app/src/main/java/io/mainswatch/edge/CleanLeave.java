package io.mainswatch.edge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets an errand tidy up when somebody stops it (Ctrl-C, SIGTERM): it is interrupted, and the process waits for its end. */
final class CleanLeave {

    /** Enough to take back a test report and say goodbye. */
    private static final long SECONDS = 8;

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook;

    CleanLeave(Thread errand) {
        hook = new Thread(() -> leave(errand), "clean-leave");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void leave(Thread errand) {
        errand.interrupt();
        try {
            tidy.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is nothing to tidy up any more. */
    void done() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
            return;
        }
    }
}
