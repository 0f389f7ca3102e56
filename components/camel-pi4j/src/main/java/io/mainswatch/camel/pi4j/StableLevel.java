package io.mainswatch.camel.pi4j;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides which of a line's levels count. Two sieves, both on the time stamps of the levels:
 *
 * <ol>
 *   <li><b>Debounce.</b> A run of one level shorter than the debounce time is noise and never happened: the runs around
 *       it are one.
 *   <li><b>Hold.</b> Of what is left, a level that differs from the last reported one is reported once it has lasted for
 *       the hold time, with the moment at which it began. One that ends sooner is a dip, and is counted.
 * </ol>
 *
 * <p>Pure: no clock, no thread. Whoever owns it says what the level is and how late it is, in order of time, and asks
 * again at the {@link #deadline()}. A question asked late gets the same answer, because only stamps decide. Not safe for
 * use by several threads at once.
 */
final class StableLevel {

    private final long debounce;
    private long hold;

    private Run seen;
    private Run steady;
    private GpioLevel reported;
    private boolean initial;
    private int dips;

    /**
     * @param debounce nanoseconds, 0 or more
     * @param hold nanoseconds, 0 or more; less than the debounce time is the same as the debounce time
     */
    StableLevel(long debounce, long hold) {
        this.debounce = debounce;
        this.hold = hold;
    }

    /** From now on levels must last this long, also the one that is waiting to be reported. */
    void hold(long nanos) {
        hold = nanos;
    }

    /** Begins, or begins anew after a pause, with a level that was read; the last reported level stays known. */
    Optional<LevelChange> begin(GpioLevel level, Moment now) {
        seen = new Run(level, now);
        steady = null;
        initial = true;
        return settle(now);
    }

    /** The line has this level now, which is not earlier than anything said before. */
    Optional<LevelChange> observe(GpioLevel level, Moment now) {
        Optional<LevelChange> before = settle(now);
        if (level == seen.level()) {
            return before;
        }
        seen = new Run(level, now);
        return before.or(() -> settle(now));
    }

    /** The line is as it was: is there a level to report by now? */
    Optional<LevelChange> settle(Moment now) {
        if (!isSteady() && now.nanosSince(seen.since()) >= debounce) {
            if (steady != null && steady.level() != reported) {
                dips++;
            }
            steady = seen;
        }
        if (!isSteady()) {
            return Optional.empty();
        }
        if (steady.level() == reported) {
            initial = false;
            return Optional.empty();
        }
        return now.nanosSince(steady.since()) >= hold ? Optional.of(report()) : Optional.empty();
    }

    /** The monotonic time at which {@link #settle} has something new to decide if the line stays as it is. */
    OptionalLong deadline() {
        if (!isSteady()) {
            return OptionalLong.of(seen.since().nanoTime() + debounce);
        }
        return steady.level() == reported
                ? OptionalLong.empty()
                : OptionalLong.of(steady.since().nanoTime() + hold);
    }

    private LevelChange report() {
        LevelChange change = new LevelChange(steady.level(), steady.since(), dips, initial);
        reported = steady.level();
        initial = false;
        dips = 0;
        return change;
    }

    private boolean isSteady() {
        return steady != null && steady.level() == seen.level();
    }

    /** A level and the moment at which it began. */
    private record Run(GpioLevel level, Moment since) {}
}
