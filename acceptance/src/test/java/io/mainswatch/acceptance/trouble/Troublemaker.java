package io.mainswatch.acceptance.trouble;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/** Strikes with one trouble after the other, at random times, on a thread of its own, until ended. */
public final class Troublemaker {

    private static final Duration LONGEST_PEACE = Duration.ofSeconds(3);

    private final List<Trouble> troubles;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Chance chance;
    private final Map<String, Integer> strikes = new TreeMap<>();
    private final Thread thread = new Thread(this::run, "troublemaker");
    private Throwable failure;

    /** @param random so that a run can be told from another; what it meets on its way is not in its hands */
    public Troublemaker(RandomGenerator random, List<Trouble> troubles) {
        this.troubles = List.copyOf(troubles);
        this.chance = new Chance(random, over);
        thread.start();
    }

    private void run() {
        try {
            while (!chance.last(LONGEST_PEACE)) {
                Trouble trouble = chance.oneOf(troubles);
                trouble.strike().with(chance);
                strikes.merge(trouble.name(), 1, Integer::sum);
            }
        } catch (Exception | AssertionError e) {
            failure = e;
        }
    }

    /**
     * Returns when the trouble under way has been set right; fails if one could not be made or set right.
     *
     * @return how often each struck
     */
    public Map<String, Integer> end() throws InterruptedException {
        over.countDown();
        thread.join();
        if (failure != null) {
            throw new AssertionError("A trouble went wrong itself", failure);
        }
        return strikes;
    }
}
