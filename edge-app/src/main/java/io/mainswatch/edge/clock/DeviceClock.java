package io.mainswatch.edge.clock;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Tells moments and how long ago they were. */
public final class DeviceClock {

    private final Clock wall;
    private final Uptime uptime;
    private final BooleanSupplier synced;

    /** @param synced whether the wall clock can be trusted now */
    public DeviceClock(Clock wall, Uptime uptime, BooleanSupplier synced) {
        this.wall = wall;
        this.uptime = uptime;
        this.synced = synced;
    }

    public Moment now() {
        return ago(0);
    }

    /** The moment so many milliseconds before now, in this boot; never before 1970, where a clock that lost the time begins. */
    public Moment ago(long millis) {
        return new Moment(
                Math.max(0, wall.millis() - millis),
                synced.getAsBoolean(),
                uptime.boot(),
                uptime.millis().getAsLong() - millis);
    }

    /** Milliseconds since the moment, never negative; empty if it was in another boot: the time in between is unknown. */
    public OptionalLong age(Moment moment) {
        if (!moment.boot().equals(uptime.boot())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, uptime.millis().getAsLong() - moment.uptime()));
    }

    /**
     * The moment with all that is known of it now: one of this boot whose clock could not be trusted then has its right
     * time as soon as the clock is right. What was dated by a right clock stays as it is.
     */
    public Moment known(Moment moment) {
        OptionalLong age = age(moment);
        if (moment.synced() || age.isEmpty() || !synced.getAsBoolean()) {
            return moment;
        }
        return new Moment(Math.max(0, wall.millis() - age.getAsLong()), true, moment.boot(), moment.uptime());
    }

    /** When this boot began, by the wall clock; empty while that one is not to be trusted. */
    public OptionalLong booted() {
        return synced.getAsBoolean()
                ? OptionalLong.of(wall.millis() - uptime.millis().getAsLong())
                : OptionalLong.empty();
    }
}
