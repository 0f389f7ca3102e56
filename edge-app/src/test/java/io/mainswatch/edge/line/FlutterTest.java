package io.mainswatch.edge.line;

import static io.mainswatch.edge.journal.Level.OFF;
import static io.mainswatch.edge.journal.Level.ON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FlutterTest {

    private static final int LIMIT = 20;

    private final AtomicLong uptime = new AtomicLong(600_000);
    private final Flutter flutter =
            new Flutter(new DeviceClock(Clock.systemUTC(), new Uptime("6f1c2a9e", uptime::get), () -> true));
    private Level level = ON;

    @Test
    void twentyChangesAMinuteAreTold() {
        List<Change> told = changes(20, 2_500);

        assertThat(told).hasSize(20).noneMatch(Change::flutter);
    }

    @Test
    void theTwentyFirstSaysThatTheLineFluttersAndFurtherOnesAreCounted() {
        List<Change> told = changes(40, 2_500);

        assertThat(told).hasSize(21);
        assertThat(told.subList(0, 20)).noneMatch(Change::flutter);
        assertThat(told.get(20).flutter()).isTrue();
    }

    @Test
    void twentyOneInMoreThanAMinuteAreNoFlutter() {
        assertThat(changes(200, 3_001)).hasSize(200).noneMatch(Change::flutter);
    }

    @Test
    void onceTheLineIsQuietForAMinuteOneChangeTellsItsLevelAndTheCount() {
        changes(40, 2_500);
        Level held = level;
        long changed = uptime.get();

        uptime.addAndGet(59_999);
        assertThat(flutter.over()).isEmpty();
        uptime.addAndGet(1);
        List<Change> over = flutter.over();

        assertThat(over).singleElement().satisfies(change -> {
            assertThat(change.level()).isEqualTo(held);
            assertThat(change.flutter()).isFalse();
            assertThat(change.at().uptime()).as("since when it has that level").isEqualTo(changed);
            assertThat(change.dips()).as("the 19 after the one that was told").isEqualTo(19);
        });
        assertThat(flutter.over()).as("told once").isEmpty();
    }

    @Test
    void aChangeAfterTheQuietMinuteIsToldWithTheCountEvenIfNobodyAskedInBetween() {
        changes(40, 2_500);

        List<Change> told = changes(1, 60_000);

        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.flutter()).isFalse();
            assertThat(change.dips()).isEqualTo(19);
        });
        assertThat(flutter.over()).isEmpty();
    }

    @Test
    void dipsOfCountedChangesAreCountedToo() {
        changes(21, 2_500);
        uptime.addAndGet(2_500);
        flutter.admit(change("power", next(), 7), LIMIT);
        uptime.addAndGet(60_000);

        assertThat(flutter.over()).extracting(Change::dips).containsExactly(8);
    }

    @Test
    void aLevelThatIsSaidAgainIsNoChange() {
        changes(20, 2_500);
        Change again = change("power", level, 0);

        assertThat(flutter.admit(again, LIMIT)).isEqualTo(again);
        changes(1, 100);
        assertThat(flutter.admit(change("power", level, 0), LIMIT)).isNull();
        uptime.addAndGet(60_000);
        assertThat(flutter.over()).extracting(Change::dips).containsExactly(0);
    }

    @Test
    void everyInputHasACountOfItsOwn() {
        changes(20, 2_500);

        assertThat(flutter.admit(change("door", ON, 0), LIMIT).flutter()).isFalse();
        assertThat(changes(1, 2_500)).singleElement().matches(Change::flutter);
    }

    @Test
    void zeroMeansThatEveryChangeIsTold() {
        for (int i = 0; i < 100; i++) {
            Change change = change("power", next(), 0);
            assertThat(flutter.admit(change, 0)).isEqualTo(change);
        }
    }

    /** So many changes of the power, so many milliseconds apart; the result is what was told of them. */
    private List<Change> changes(int number, long apart) {
        List<Change> told = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            uptime.addAndGet(apart);
            Change change = flutter.admit(change("power", next(), 0), LIMIT);
            if (change != null) {
                told.add(change);
            }
        }
        return told;
    }

    private Level next() {
        level = level == ON ? OFF : ON;
        return level;
    }

    private Change change(String input, Level level, int dips) {
        return new Change(input, level, new Moment(0, true, "6f1c2a9e", uptime.get()), dips);
    }
}
