package io.mainswatch.localaws.faults;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A fault that was armed: how often it struck, and whether it still does. */
public final class Arming {

    private final FaultOrder order;
    private final Clock clock;
    private final Optional<Instant> until;
    private int struck;
    private boolean disarmed;

    Arming(FaultOrder order, Clock clock) {
        this.order = order;
        this.clock = clock;
        this.until = order.lasting().map(clock.instant()::plus);
    }

    public FaultOrder order() {
        return order;
    }

    /** When it is over by itself, if it was armed for a time. */
    public Optional<Instant> until() {
        return until;
    }

    /** How often it struck. */
    public synchronized int struck() {
        return struck;
    }

    /** How often it will still strike, if it was armed for a number of times. */
    public synchronized Optional<Integer> remaining() {
        return order.times().map(times -> times - struck);
    }

    public synchronized boolean isArmed() {
        return !disarmed
                && until.filter(end -> !clock.instant().isBefore(end)).isEmpty()
                && remaining().filter(left -> left == 0).isEmpty();
    }

    /** Strikes once more, unless it is over. */
    synchronized boolean strike() {
        if (!isArmed()) {
            return false;
        }
        struck++;
        return true;
    }

    synchronized void disarm() {
        disarmed = true;
    }
}
