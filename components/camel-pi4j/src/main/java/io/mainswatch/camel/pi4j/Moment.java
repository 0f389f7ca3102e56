package io.mainswatch.camel.pi4j;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One instant on two clocks. Spans are measured by the monotonic one, which no time server ever sets; the wall clock is
 * for people and logs.
 *
 * @param nanoTime {@link System#nanoTime()}, nanoseconds from an arbitrary start
 * @param epochMillis milliseconds since 1970-01-01T00:00Z, as the device believes
 */
record Moment(long nanoTime, long epochMillis) {

    /** Reads both clocks, one after the other. */
    static Supplier<Moment> source(Clock wall, LongSupplier monotonic) {
        return () -> new Moment(monotonic.getAsLong(), wall.millis());
    }

    /** Nanoseconds from the earlier moment to this one; right also where the monotonic clock wraps around. */
    long nanosSince(Moment earlier) {
        return nanoTime - earlier.nanoTime;
    }

    /** This moment, or the other if it is later. */
    Moment orLater(Moment other) {
        return other.nanosSince(this) > 0 ? other : this;
    }
}
