package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Stands between the thread on which Pi4J tells of a change and the one that carries it through the route. Pi4J's thread
 * only stamps the change and leaves; the other one waits in {@link #next()}, where it also decides what time alone
 * decides, and reads the line now and then.
 */
final class LineWatch implements DigitalStateChangeListener {

    private final Pi4jGpioConfiguration options;
    private final Supplier<DigitalState> line;
    private final Supplier<Moment> clock;
    private final StableLevel stable;
    private final LevelQueue queue;
    private final long rereadPeriod;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Moment lastTime;
    private Moment lastRead;
    private long changes;
    private boolean readingDue;
    private boolean watching;
    private boolean closed;

    /**
     * @param options of the consumer
     * @param line reads the line's electrical state
     * @param clock the moment now
     */
    LineWatch(Pi4jGpioConfiguration options, Supplier<DigitalState> line, Supplier<Moment> clock) {
        this.options = options;
        this.line = line;
        this.clock = clock;
        this.stable = new StableLevel(nanos(options.getDebounce()), nanos(options.getHold()));
        this.queue = new LevelQueue(options);
        this.rereadPeriod = options.getRereadPeriod() == 0 ? Long.MAX_VALUE : nanos(options.getRereadPeriod());
    }

    /** Reads the line and watches it from now on, at start and after a pause. */
    void begin() {
        lock.lock();
        try {
            Optional<GpioLevel> level = read();
            while (level.isEmpty()) {
                level = read();
            }
            lastTime = clock.get();
            lastRead = lastTime;
            watching = true;
            stable.begin(level.get(), lastTime).ifPresent(queue::add);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Does not look any more. What is decided is still handed out, what is undecided is forgotten. */
    void pause() {
        lock.lock();
        try {
            if (watching) {
                stable.settle(now()).ifPresent(queue::add);
                watching = false;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Pauses for good: {@link #next()} hands out what is decided and then says that nothing comes any more. */
    void close() {
        lock.lock();
        try {
            pause();
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is undecided is decided by the new hold time, in milliseconds. */
    void hold(long millis) {
        lock.lock();
        try {
            stable.hold(nanos(millis));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Has the line read now rather than at the end of the period. */
    void reread() {
        lock.lock();
        try {
            readingDue = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void onDigitalStateChange(DigitalStateChangeEvent event) {
        Moment now = clock.get();
        lock.lock();
        try {
            changes++;
            if (watching && event.state() != DigitalState.UNKNOWN) {
                observe(options.level(event.state()), now);
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next level that held; empty when the watch is closed and nothing waits any more. Also the line's
     * periodic reading happens here; if it fails, the exception comes out and the next call goes on.
     */
    Optional<LevelChange> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && !closed) {
                if (watching) {
                    look();
                } else {
                    news.await();
                }
            }
            return queue.poll();
        } finally {
            lock.unlock();
        }
    }

    /** How many levels that held were replaced by newer ones because the route was slower than the line. */
    long dropped() {
        lock.lock();
        try {
            return queue.dropped();
        } finally {
            lock.unlock();
        }
    }

    /** Decides what is due, reads the line if that is due, and else waits for either or for news. */
    private void look() throws InterruptedException {
        Moment now = now();
        stable.settle(now).ifPresent(queue::add);
        if (!queue.isEmpty()) {
            return;
        }
        if (readingDue || now.nanosSince(lastRead) >= rereadPeriod) {
            readingDue = false;
            lastRead = now;
            read().filter(level -> watching).ifPresent(level -> observe(level, clock.get()));
            return;
        }
        long wait = rereadPeriod - now.nanosSince(lastRead);
        OptionalLong decision = stable.deadline();
        if (decision.isPresent()) {
            wait = Math.min(wait, decision.getAsLong() - now.nanoTime());
        }
        news.awaitNanos(wait);
    }

    /**
     * Reads the line; empty if it changed meanwhile, for then nobody knows which came first. The lock is open during the
     * reading, as the provider may hold one of its own while it tells of a change.
     */
    private Optional<GpioLevel> read() {
        long before = changes;
        GpioLevel level;
        lock.unlock();
        try {
            level = options.level(line.get());
        } finally {
            lock.lock();
        }
        return changes == before ? Optional.of(level) : Optional.empty();
    }

    private void observe(GpioLevel level, Moment at) {
        lastTime = at.orLater(lastTime);
        stable.observe(level, lastTime).ifPresent(queue::add);
    }

    private Moment now() {
        return clock.get().orLater(lastTime);
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
