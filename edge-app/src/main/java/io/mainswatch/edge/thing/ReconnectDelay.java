package io.mainswatch.edge.thing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: a random time up to a limit that doubles from 1 s to 60 s with each failure
 * ("full jitter"), so that devices cut off together come back spread out. A connection that held for a minute makes the
 * next loss a first one; one that did not (kicked by a namesake, for example) counts as a failure.
 */
final class ReconnectDelay {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final RandomGenerator random;
    private Duration limit = FIRST;

    ReconnectDelay(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after a failure or a loss.
     *
     * @param held how long the connection had been up, zero if it never was
     */
    Duration after(Duration held) {
        if (held.compareTo(LONGEST) >= 0) {
            limit = FIRST;
        }
        Duration delay = Duration.ofMillis(random.nextLong(limit.toMillis() + 1));
        Duration doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return delay;
    }
}
