package io.mainswatch.edge.report;

import io.mainswatch.edge.report.Outcome.Accepted;
import io.mainswatch.edge.report.Outcome.Rejected;
import io.mainswatch.edge.report.Outcome.Silence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pairs the report under way with its answer by {@code clientToken}: everybody's answers arrive on the same topics.
 * {@link #expect} before publishing, {@link #await} after; answers to anything else are let go.
 */
public final class Replies {

    private final Duration limit;
    private final AtomicLong answered = new AtomicLong();
    private Pending pending = new Pending("", 0, new CompletableFuture<>());
    private int silences;

    /** @param limit how long to wait for an answer */
    public Replies(Duration limit) {
        this.limit = limit;
    }

    /** From now on the answer with this token is waited for. */
    public synchronized void expect(String token) {
        pending = new Pending(token, System.nanoTime(), new CompletableFuture<>());
    }

    /** What the answer was; blocks until it is there or the time is over. */
    public Outcome await() throws InterruptedException, ExecutionException {
        Pending current = current();
        try {
            Outcome outcome = current.outcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            silences = 0;
            answered.incrementAndGet();
            return outcome;
        } catch (TimeoutException e) {
            return new Silence(++silences);
        }
    }

    /** How many reports have had an answer so far, whatever it was. */
    public long answered() {
        return answered.get();
    }

    /** {@code update/accepted} has come. */
    public void accepted(String token) {
        Pending current = current();
        answer(token, new Accepted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - current.since())));
    }

    /** {@code update/rejected} has come. */
    public void rejected(String token, int code, String message) {
        answer(token, new Rejected(code, message));
    }

    private synchronized Pending current() {
        return pending;
    }

    private void answer(String token, Outcome outcome) {
        Pending current = current();
        if (current.token().equals(token)) {
            current.outcome().complete(outcome);
        }
    }

    private record Pending(String token, long since, CompletableFuture<Outcome> outcome) {}
}
