package io.mainswatch.edge.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndTest {

    private static final Life DEAF = new Life(true, Duration.ofMinutes(10), true, "connected, but no answer for 600 s");

    private final AtomicInteger stops = new AtomicInteger();
    private final List<Integer> halts = new CopyOnWriteArrayList<>();

    @Test
    void asksForAnOrderlyStopOnce() {
        End end = new End(stops::incrementAndGet, halts::add, Duration.ofHours(1));
        assertThat(end.isDeaf()).isFalse();

        end.deaf(DEAF);
        end.deaf(DEAF);

        assertThat(end.isDeaf()).isTrue();
        assertThat(stops).hasValue(1);
        assertThat(halts).isEmpty();
    }

    @Test
    void aStopThatHangsIsCutShortWithTheSameStatus() {
        End end = new End(stops::incrementAndGet, halts::add, Duration.ofMillis(20));

        end.deaf(DEAF);

        await().until(() -> halts.equals(List.of(End.DEAF)));
    }
}
