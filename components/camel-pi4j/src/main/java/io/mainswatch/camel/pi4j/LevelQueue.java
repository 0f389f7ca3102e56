package io.mainswatch.camel.pi4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The levels that wait for the route: those that the consumer wants to hear of, in order, not more than its queue size.
 * When it is full, the newest replaces all that wait, for whoever is late needs to know what is, not what was. No dip is
 * lost on the way. Guarded by the lock of its {@link LineWatch}.
 */
final class LevelQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LevelQueue.class);

    private final Pi4jGpioConfiguration options;
    private final Deque<LevelChange> waiting = new ArrayDeque<>();
    private int untoldDips;
    private long dropped;
    private boolean late;

    LevelQueue(Pi4jGpioConfiguration options) {
        this.options = options;
    }

    void add(LevelChange change) {
        untoldDips += change.dips();
        if (!wants(change)) {
            return;
        }
        if (waiting.size() == options.getQueueSize()) {
            giveWay();
        }
        waiting.add(change.withDips(untoldDips));
        untoldDips = 0;
    }

    Optional<LevelChange> poll() {
        late &= waiting.size() > 1;
        return Optional.ofNullable(waiting.poll());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How many levels newer ones have replaced. */
    long dropped() {
        return dropped;
    }

    private boolean wants(LevelChange change) {
        return options.getEdge().includes(change.level()) && (options.isInitialState() || !change.initial());
    }

    private void giveWay() {
        untoldDips += waiting.stream().mapToInt(LevelChange::dips).sum();
        dropped += waiting.size();
        if (!late) {
            late = true;
            LOG.warn(
                    "pi4j-gpio:{}: the route is slower than the line: {} waiting levels gave way to the newest, as will"
                            + " others until the route has caught up. Make it faster, or hold longer.",
                    options.getPin(),
                    waiting.size());
        }
        waiting.clear();
    }
}
