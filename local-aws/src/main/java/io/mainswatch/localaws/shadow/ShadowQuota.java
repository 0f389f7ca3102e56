package io.mainswatch.localaws.shadow;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of the service one thing may use, all its shadows and operations together (AWS general reference, Device Shadow
 * quotas): so many requests at once, and so many a second, for which a thing that has been quiet has a second's worth saved.
 */
public final class ShadowQuota {

    /** AWS's number of requests of a thing that have no answer yet. */
    public static final int AWS_IN_FLIGHT = 10;

    /** AWS's number of requests of a thing in a second. */
    public static final int AWS_PER_SECOND = 20;

    /** So many quiet things are remembered before they are looked through. */
    private static final int MANY = 10_000;

    private static final double MILLIS = 1_000;

    private final int inFlight;
    private final int perSecond;
    private final Clock clock;
    private final Map<String, Load> loads = new ConcurrentHashMap<>();

    /**
     * @param inFlight requests of a thing without an answer, at least 1
     * @param perSecond requests of a thing in a second, at least 1
     */
    public ShadowQuota(int inFlight, int perSecond, Clock clock) {
        this.inFlight = inFlight;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** @param saved requests that the thing might make at once, as of {@code at}, Unix milliseconds */
    private record Load(int waiting, double saved, long at) {}

    /** Whether the thing may make a request now; if so, {@link #answered} must follow. */
    boolean admits(String thing) {
        long now = clock.millis();
        if (loads.size() > MANY) {
            loads.values().removeIf(load -> load.waiting() == 0 && saved(load, now) >= perSecond);
        }
        boolean[] admitted = {false};
        loads.compute(thing, (name, before) -> {
            Load load = before == null ? new Load(0, perSecond, now) : before;
            double saved = saved(load, now);
            admitted[0] = load.waiting() < inFlight && saved >= 1;
            return admitted[0] ? new Load(load.waiting() + 1, saved - 1, now) : new Load(load.waiting(), saved, now);
        });
        return admitted[0];
    }

    void answered(String thing) {
        loads.computeIfPresent(thing, (name, load) -> new Load(load.waiting() - 1, load.saved(), load.at()));
    }

    /** A clock that was set back costs nobody anything. */
    private double saved(Load load, long now) {
        return Math.min(perSecond, load.saved() + Math.max(0, now - load.at()) / MILLIS * perSecond);
    }
}
