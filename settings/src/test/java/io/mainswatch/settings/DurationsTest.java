package io.mainswatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"200ms,200", "15s,15000", "2m,120000", "24h,86400000", "400d,34560000000", "PT1.5S,1500", "0s,0"})
    void readsWhatAnOperatorWrites(String text, long millis) {
        assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "-3s", "1.5s", "PT-1S", "s", "15 s", "99999999999999s"})
    void refusesWhatMeansNoTime(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200ms", "1500ms", "15s", "90s", "2m", "90m", "24m", "7h", "2d", "0s"})
    void printsTheShortestForm(String text) {
        assertThat(Durations.format(Durations.parse(text).orElseThrow())).isEqualTo(text);
    }
}
