package io.mainswatch.edge.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {

    /** Draws the largest number possible, so that the limit shows. */
    private final ReconnectDelay longest = new ReconnectDelay(new Largest());

    @Test
    void theLimitDoublesFromOneSecondToSixty() {
        assertThat(Stream.generate(() -> longest.after(Duration.ZERO)).limit(8).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void aConnectionThatHeldForAMinuteMakesTheNextLossAFirstOne() {
        longest.after(Duration.ZERO);
        longest.after(Duration.ZERO);

        assertThat(longest.after(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aConnectionThatIsKickedAgainAndAgainBacksOff() {
        longest.after(Duration.ofSeconds(3));
        longest.after(Duration.ofSeconds(3));

        assertThat(longest.after(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void devicesCutOffTogetherComeBackSpreadOverTheWholeTime() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        double mean = Stream.generate(() -> new ReconnectDelay(random))
                .limit(1_000)
                .mapToLong(delay -> Stream.generate(() -> delay.after(Duration.ZERO))
                        .limit(7)
                        .toList()
                        .get(6)
                        .toMillis())
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(27_000.0, 33_000.0);
    }

    private static final class Largest implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
