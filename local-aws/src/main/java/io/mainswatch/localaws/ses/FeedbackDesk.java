package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.ses.MailEvents.Due;
import io.mainswatch.localaws.store.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events over when their time has come. They are on disk since their mail was taken, and only a note on disk that
 * all listeners have an event takes it off the list; so none is lost, whenever the process ends.
 */
final class FeedbackDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);
    private static final int BATCH = 100;
    private static final long RETRY_MILLIS = 1_000;
    private static final long MAX_GOODBYE_SECONDS = 5;

    /** It looks at least so often while something is to come, should the clock be set. */
    private static final long MAX_WAIT_MILLIS = 1_000;

    private final MailEvents events;
    private final List<FeedbackListener> listeners;
    private final Changes changes;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ses-feedback"));
    private Future<?> nextRound;

    FeedbackDesk(MailEvents events, List<FeedbackListener> listeners, Changes changes, Clock clock) {
        this.events = events;
        this.listeners = List.copyOf(listeners);
        this.changes = changes;
        this.clock = clock;
    }

    /** There is, or may be, something to hand over. */
    void wake() {
        scheduleIn(0);
    }

    private synchronized void scheduleIn(long millis) {
        if (thread.isShutdown()) {
            return;
        }
        if (nextRound != null) {
            nextRound.cancel(false);
        }
        nextRound = thread.schedule(this::round, millis, TimeUnit.MILLISECONDS);
    }

    private void round() {
        Instant now = clock.instant();
        try {
            List<Due> due = events.due(now, BATCH);
            List<Long> done = handOver(due);
            if (!done.isEmpty()) {
                events.handedOver(done);
                changes.announce(Changes.Kind.MAILS);
            }
            if (done.size() < due.size()) {
                scheduleIn(RETRY_MILLIS);
            } else {
                events.next().ifPresent(next -> scheduleIn(waitFrom(clock.instant(), next)));
            }
        } catch (RuntimeException e) {
            LOG.error("what became of a mail could not be told; it is tried again", e);
            scheduleIn(RETRY_MILLIS);
        }
    }

    private static long waitFrom(Instant now, Instant next) {
        return Math.max(0, Math.min(MAX_WAIT_MILLIS, Duration.between(now, next).toMillis()));
    }

    /** Stops at the first that a listener does not take, so that the order stays. */
    private List<Long> handOver(List<Due> due) {
        List<Long> done = new ArrayList<>();
        for (Due next : due) {
            try {
                listeners.forEach(listener -> listener.feedback(next.event().deepCopy()));
            } catch (RuntimeException e) {
                LOG.warn("an event of the mail service was not taken and comes again: {}", e.toString());
                return done;
            }
            done.add(next.id());
        }
        return done;
    }

    /** Ends with the event that is being handed over; the rest comes after the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(MAX_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a listener still has an event of the mail service in hand");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
