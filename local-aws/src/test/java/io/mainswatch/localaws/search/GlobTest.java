package io.mainswatch.localaws.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mainswatch.localaws.glob.Glob;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "a*, a, true",
        "a*, ba, false",
        "*a, ba, true",
        "*a*, cab, true",
        "a?c, abc, true",
        "a?c, ac, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "**, x, true",
        "a.c, abc, false"
    })
    void aPatternMatchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(new QueryText(pattern).takeValue().matches(text)).isEqualTo(matches);
    }

    @Test
    void aBackslashMakesAWildcardACharacter() {
        Glob star = new QueryText("a\\*").takeValue();

        assertThat(star.matches("a*")).isTrue();
        assertThat(star.matches("ab")).isFalse();
    }

    @Test
    void aPatternMadeToBeSlowIsNot() {
        Glob hostile = new QueryText("*a".repeat(400) + "b").takeValue();

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(hostile.matches("a".repeat(800))).isFalse());
    }
}
