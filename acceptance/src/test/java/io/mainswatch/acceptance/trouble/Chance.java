package io.mainswatch.acceptance.trouble;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Decides how long and how much, and stops lasting when nobody wants trouble any more. */
public final class Chance {

    private final RandomGenerator random;
    private final CountDownLatch over;

    Chance(RandomGenerator random, CountDownLatch over) {
        this.random = random;
        this.over = over;
    }

    /** From 0 to below the bound. */
    public long below(long bound) {
        return random.nextLong(bound);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns after a time up to the longest, or when it is over; whether it is. */
    public boolean last(Duration longest) throws InterruptedException {
        return over.await(random.nextLong(longest.toMillis()) + 1, TimeUnit.MILLISECONDS);
    }
}
