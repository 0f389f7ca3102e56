package io.mainswatch.camel.pi4j;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Time that passes when a test says so. It starts at wall clock 1,000,000 ms. */
final class FakeTime implements Supplier<Moment> {

    static final long START = 1_000_000;

    private final AtomicLong millis = new AtomicLong();

    @Override
    public Moment get() {
        long now = millis.get();
        return new Moment(TimeUnit.MILLISECONDS.toNanos(now), START + now);
    }

    void advance(long byMillis) {
        millis.addAndGet(byMillis);
    }
}
