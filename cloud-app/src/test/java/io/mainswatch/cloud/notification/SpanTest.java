package io.mainswatch.cloud.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,less than a second",
        "PT0.4S,less than a second",
        "PT0.5S,1 s",
        "PT59.4S,59 s",
        "PT59.6S,1 min",
        "PT2M5S,2 min 5 s",
        "PT1H,1 h",
        "PT3H12M59S,3 h 12 min",
        "PT24H,1 d",
        "PT49H59M,2 d 1 h"
    })
    void hasItsTwoLargestUnits(Duration length, String words) {
        assertThat(Span.inWords(length)).isEqualTo(words);
    }
}
