package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * {@link StableLevel} against a model that sees the whole recording at once: a string of levels, one a tick, from which
 * short runs are struck out, first by the debounce time and then by the hold time.
 */
class StableLevelModelTest {

    private static final long AGES = 1_000_000;

    @Property(tries = 1000)
    void agreesWithTheModelHoweverSeldomItIsAsked(
            @ForAll("recordings") List<GpioLevel> recording,
            @ForAll @IntRange(max = 6) int debounce,
            @ForAll @IntRange(max = 12) int hold,
            @ForAll @IntRange(min = 1, max = 40) int asking,
            @ForAll @LongRange(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long origin) {
        assertThat(run(recording, debounce, hold, asking, origin)).isEqualTo(model(recording, debounce, hold, origin));
    }

    @Property(tries = 500)
    void isAskedOftenEnoughIfAskedAtItsDeadlines(
            @ForAll("recordings") List<GpioLevel> recording,
            @ForAll @IntRange(max = 6) int debounce,
            @ForAll @IntRange(max = 12) int hold) {
        StableLevel line = new StableLevel(debounce, hold);
        List<LevelChange> reports = new ArrayList<>();
        line.begin(recording.get(0), at(0, 0)).ifPresent(reports::add);
        for (int tick = 1; tick <= recording.size() + debounce + hold; tick++) {
            GpioLevel level = recording.get(Math.min(tick, recording.size() - 1));
            if (line.deadline().isPresent() && line.deadline().getAsLong() <= tick) {
                line.settle(at(0, tick)).ifPresent(reports::add);
            }
            line.observe(level, at(0, tick)).ifPresent(reports::add);
        }
        assertThat(reports).isEqualTo(model(recording, debounce, hold, 0));
    }

    @Provide
    Arbitrary<List<GpioLevel>> recordings() {
        Arbitrary<GpioLevel> levels = Arbitraries.of(GpioLevel.class);
        return levels.flatMap(level -> Arbitraries.integers().between(1, 15).map(n -> Collections.nCopies(n, level)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(runs -> runs.stream().flatMap(List::stream).toList());
    }

    private static List<LevelChange> run(List<GpioLevel> recording, int debounce, int hold, int asking, long origin) {
        StableLevel line = new StableLevel(debounce, hold);
        List<LevelChange> reports = new ArrayList<>();
        line.begin(recording.get(0), at(origin, 0)).ifPresent(reports::add);
        for (int tick = 1; tick < recording.size(); tick++) {
            if (recording.get(tick) != recording.get(tick - 1)) {
                line.observe(recording.get(tick), at(origin, tick)).ifPresent(reports::add);
            } else if (tick % asking == 0) {
                line.settle(at(origin, tick)).ifPresent(reports::add);
            }
        }
        line.settle(at(origin, AGES)).ifPresent(reports::add);
        return reports;
    }

    private static List<LevelChange> model(List<GpioLevel> recording, int debounce, int hold, long origin) {
        List<LevelChange> reports = new ArrayList<>();
        GpioLevel known = null;
        int dips = 0;
        for (Run run : debounced(runs(recording), debounce)) {
            if (run.level == known) {
                continue;
            }
            if (run.end - run.start < hold) {
                dips++;
            } else {
                reports.add(new LevelChange(run.level, at(origin, run.start), dips, known == null));
                known = run.level;
                dips = 0;
            }
        }
        return reports;
    }

    private static List<Run> runs(List<GpioLevel> recording) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int tick = 1; tick <= recording.size(); tick++) {
            if (tick == recording.size() || recording.get(tick) != recording.get(start)) {
                runs.add(new Run(recording.get(start), start, tick == recording.size() ? AGES : tick));
                start = tick;
            }
        }
        return runs;
    }

    /** Strikes out the short runs and joins those of one level that then touch. */
    private static List<Run> debounced(List<Run> runs, int debounce) {
        List<Run> kept = new ArrayList<>();
        for (Run run : runs) {
            if (run.end - run.start < debounce) {
                continue;
            }
            Run before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before != null && before.level == run.level) {
                kept.set(kept.size() - 1, new Run(run.level, before.start, run.end));
            } else if (before != null) {
                kept.set(kept.size() - 1, new Run(before.level, before.start, run.start));
                kept.add(run);
            } else {
                kept.add(run);
            }
        }
        return kept;
    }

    private static Moment at(long origin, long tick) {
        return new Moment(origin + tick, tick);
    }

    private record Run(GpioLevel level, long start, long end) {}
}
