package io.mainswatch.edge.liveness;

import io.mainswatch.edge.thing.ThingConnection;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Judges whether the device lives. Signs of life are: an answer to a report; a failed attempt to connect, because then
 * the keeper works and only the network is away; and a connection with nothing to report. Everything else, above all
 * reports over a good connection that nobody answers, is deafness that goes on.
 */
public final class Liveness {

    private final BooleanSupplier connected;
    private final LongSupplier failures;
    private final Supplier<String> trouble;
    private final BooleanSupplier due;
    private final LongSupplier answers;
    private final LongSupplier nanoTime;
    private final Duration limit;

    private long lastSign;
    private long seenFailures;
    private long seenAnswers;

    /**
     * @param due whether there is something to report
     * @param answers how many reports have been answered so far
     * @param limit how long it may be deaf
     */
    public Liveness(ThingConnection connection, BooleanSupplier due, LongSupplier answers, Duration limit) {
        this(connection::isConnected, connection::failures, connection::words, due, answers, System::nanoTime, limit);
    }

    Liveness(
            BooleanSupplier connected,
            LongSupplier failures,
            Supplier<String> trouble,
            BooleanSupplier due,
            LongSupplier answers,
            LongSupplier nanoTime,
            Duration limit) {
        this.connected = connected;
        this.failures = failures;
        this.trouble = trouble;
        this.due = due;
        this.answers = answers;
        this.nanoTime = nanoTime;
        this.limit = limit;
        this.lastSign = nanoTime.getAsLong();
    }

    /** Looks, now. Silence counts from the last look that saw a sign of life. */
    public synchronized Life look() {
        boolean isConnected = connected.getAsBoolean();
        boolean isWaiting = isConnected && due.getAsBoolean();
        long failed = failures.getAsLong();
        long answered = answers.getAsLong();
        if (failed != seenFailures || answered != seenAnswers || isConnected && !isWaiting) {
            lastSign = nanoTime.getAsLong();
        }
        seenFailures = failed;
        seenAnswers = answered;
        Duration silent = Duration.ofNanos(nanoTime.getAsLong() - lastSign);
        return new Life(isConnected, silent, silent.compareTo(limit) >= 0, words(isConnected, silent));
    }

    private String words(boolean isConnected, Duration silent) {
        if (!isConnected) {
            return trouble.get();
        }
        return silent.isZero()
                ? "connected, all is answered"
                : "connected, but no answer for " + silent.toSeconds() + " s";
    }
}
