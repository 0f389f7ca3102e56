package io.mainswatch.camel.pi4j;

import static io.mainswatch.camel.pi4j.GpioLevel.OFF;
import static io.mainswatch.camel.pi4j.GpioLevel.ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Debounce 50, hold 2000: what an operator would call milliseconds, here plain ticks. */
class StableLevelTest {

    private final StableLevel line = new StableLevel(50, 2000);
    private final List<LevelChange> reports = new ArrayList<>();

    @Test
    void theLevelAtStartIsReportedOnceItHasHeld() {
        begin(ON, 0);
        settle(1999);
        assertThat(reports).isEmpty();

        settle(2000);
        assertThat(reports).containsExactly(new LevelChange(ON, at(0), 0, true));
    }

    @Test
    void aChangeThatHoldsIsReportedWithTheMomentAtWhichItBegan() {
        heldOnSince0();

        observe(OFF, 5000);
        settle(6999);
        assertThat(reports).isEmpty();
        settle(7000);
        assertThat(reports).containsExactly(new LevelChange(OFF, at(5000), 0, false));
    }

    @Test
    void aLateQuestionGetsTheSameAnswer() {
        heldOnSince0();

        observe(OFF, 5000);
        observe(ON, 7000);
        settle(60_000);

        assertThat(reports)
                .containsExactly(new LevelChange(OFF, at(5000), 0, false), new LevelChange(ON, at(7000), 0, false));
    }

    @Test
    void aGlitchNeverHappenedAndTheHoldGoesOn() {
        heldOnSince0();

        observe(OFF, 5000);
        observe(ON, 6000);
        observe(OFF, 6049);
        settle(7000);

        assertThat(reports).containsExactly(new LevelChange(OFF, at(5000), 0, false));
    }

    @Test
    void bounceStartsTheLevelAnewEachTime() {
        heldOnSince0();

        observe(OFF, 5000);
        observe(ON, 5010);
        observe(OFF, 5020);
        observe(ON, 5030);
        observe(OFF, 5040);
        settle(7039);
        assertThat(reports).isEmpty();
        settle(7040);
        assertThat(reports).containsExactly(new LevelChange(OFF, at(5040), 0, false));
    }

    @Test
    void aLevelShorterThanTheHoldIsADipOfTheNextReport() {
        heldOnSince0();

        observe(OFF, 5000);
        observe(ON, 5050);
        observe(OFF, 8000);
        observe(ON, 9999);
        observe(OFF, 20_000);
        settle(22_000);

        assertThat(reports).containsExactly(new LevelChange(OFF, at(20_000), 2, false));
    }

    @Test
    void aChangeJustBeforeTheHoldEndsDecidesOnlyWhenItIsNoGlitch() {
        heldOnSince0();

        observe(OFF, 5000);
        observe(ON, 6990);
        settle(7000);
        assertThat(reports).as("might be a glitch").isEmpty();
        observe(OFF, 7010);
        assertThat(reports).as("was one").containsExactly(new LevelChange(OFF, at(5000), 0, false));
    }

    @Test
    void afterAPauseOnlyADifferentLevelIsReported() {
        heldOnSince0();

        begin(ON, 10_000);
        settle(13_000);
        assertThat(reports).isEmpty();

        begin(OFF, 20_000);
        settle(22_000);
        assertThat(reports).containsExactly(new LevelChange(OFF, at(20_000), 0, true));
    }

    @Test
    void aChangeAfterAPauseThatFoundTheKnownLevelIsNoInitialOne() {
        heldOnSince0();

        begin(ON, 10_000);
        observe(OFF, 11_000);
        settle(13_000);

        assertThat(reports).containsExactly(new LevelChange(OFF, at(11_000), 0, false));
    }

    @Test
    void withoutDebounceAndHoldEveryChangeIsReportedAtOnce() {
        StableLevel raw = new StableLevel(0, 0);

        assertThat(raw.begin(OFF, at(1))).contains(new LevelChange(OFF, at(1), 0, true));
        assertThat(raw.observe(ON, at(1))).contains(new LevelChange(ON, at(1), 0, false));
        assertThat(raw.observe(OFF, at(2))).contains(new LevelChange(OFF, at(2), 0, false));
        assertThat(raw.deadline()).isEmpty();
    }

    private void heldOnSince0() {
        begin(ON, 0);
        settle(2000);
        reports.clear();
    }

    private void begin(GpioLevel level, long tick) {
        line.begin(level, at(tick)).ifPresent(reports::add);
    }

    private void observe(GpioLevel level, long tick) {
        line.observe(level, at(tick)).ifPresent(reports::add);
    }

    private void settle(long tick) {
        line.settle(at(tick)).ifPresent(reports::add);
    }

    private static Moment at(long tick) {
        return new Moment(tick, tick);
    }
}
