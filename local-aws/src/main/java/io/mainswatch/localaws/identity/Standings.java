package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.broker.Caller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The standing of each caller, until something changes. What was looked up while a change came in is not kept: it may
 * show the time before.
 */
final class Standings {

    /** As many connections as this stand-in is good for; beyond that, all are looked up again. */
    private static final int REMEMBERED = 10_000;

    private final Function<Caller, Standing> lookUp;
    private final Map<Caller, Dated> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Standings(Function<Caller, Standing> lookUp) {
        this.lookUp = lookUp;
    }

    Standing of(Caller caller) {
        long now = changes.get();
        Dated dated = known.get(caller);
        if (dated != null && dated.change() == now) {
            return dated.standing();
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Standing standing = lookUp.apply(caller);
        known.put(caller, new Dated(now, standing));
        return standing;
    }

    /** From now on all are looked up again. To be called once the change can be read. */
    void changed() {
        changes.incrementAndGet();
    }

    private record Dated(long change, Standing standing) {}
}
