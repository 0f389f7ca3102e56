package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.Moment;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More events than the journal has room for, because nobody accepts them. */
class BoundedJournalTest {

    private static final JournalBounds FEW = new JournalBounds(10, 20, 10);

    @TempDir
    Path folder;

    private final Map<String, Level> levels = new HashMap<>();

    @Test
    void oppositeChangesOfTheOldestAreMergedAndCountedByTheNextEvent() throws SQLException {
        try (Journal journal = journal("small.db", new JournalBounds(10, 4, 10))) {
            for (int i = 0; i < 7; i++) {
                change(journal, "power", 1);
            }

            List<Event> reported = deliver(journal);

            assertThat(reported).extracting(Event::seq).containsExactly(1L, 6L, 7L);
            assertThat(reported).extracting(Event::merged).containsExactly(0, 4, 0);
            assertThat(reported).extracting(event -> event.change().dips()).containsExactly(1, 5, 1);
            assertThat(reported)
                    .extracting(event -> event.change().level())
                    .containsExactly(Level.ON, Level.OFF, Level.ON);
        }
    }

    @Test
    void withManyInputsEveryNumberIsStillToldAndNoDipIsLost() throws SQLException {
        Random random = new Random(7);
        for (int run = 0; run < 10; run++) {
            levels.clear();
            try (Journal journal = journal("run-" + run + ".db", FEW)) {
                List<Event> reported = new ArrayList<>();
                for (int i = 0; i < 120; i++) {
                    change(journal, List.of("power", "door", "hall", "attic").get(random.nextInt(4)), 1);
                    if (random.nextInt(10) == 0) {
                        reported.addAll(deliverOne(journal));
                    }
                    assertThat(waiting(run)).isLessThanOrEqualTo(FEW.waiting());
                }
                reported.addAll(deliver(journal));

                assertEveryNumberIsTold(reported, 120);
                assertThat(reported)
                        .extracting(event -> event.change().dips())
                        .satisfies(dips -> assertThat(dips.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .isEqualTo(120));
                assertThat(lastLevels(reported)).isEqualTo(levels);
            }
        }
    }

    @Test
    void theSameHoldsForWhatAFullDiskLeavesInMemory() throws Exception {
        SmallVolume volume = new SmallVolume(folder);
        try (Journal journal = new Journal(volume.file("journal.db"), InstantSource.system(), FEW)) {
            List<Event> reported = new ArrayList<>();
            change(journal, "power", 1);
            volume.fill();
            for (int i = 0; i < 99; i++) {
                change(journal, i % 3 == 0 ? "door" : "power", 1);
                if (i % 20 == 0) {
                    reported.addAll(deliverOne(journal));
                }
            }
            volume.empty();
            journal.writeHeld();
            assertThat(Sqlite.number(volume.file("journal.db"), "select count(*) from event where state = 'waiting'"))
                    .isLessThanOrEqualTo(FEW.inMemory());
            reported.addAll(deliver(journal));

            assertEveryNumberIsTold(reported, 100);
            assertThat(lastLevels(reported)).isEqualTo(levels);
        } finally {
            volume.unmount();
        }
    }

    @Test
    void parkedEventsAreKeptInTheSameNumberAsAcceptedOnes() throws SQLException {
        try (Journal journal = journal("parked.db", FEW)) {
            for (int i = 0; i < 30; i++) {
                change(journal, "power", 0);
                journal.park(journal.head().orElseThrow(), "rejected 403 Forbidden");
            }
        }
        assertThat(Sqlite.number(folder.resolve("parked.db"), "select count(*) from event"))
                .isEqualTo(FEW.settled());
        assertThat(Sqlite.number(folder.resolve("parked.db"), "select min(seq) from event"))
                .isEqualTo(21);
    }

    private static void assertEveryNumberIsTold(List<Event> reported, long last) {
        long before = 0;
        for (Event event : reported) {
            assertThat(event.seq() - before - 1).as("before %s", event).isEqualTo(event.merged());
            before = event.seq();
        }
        assertThat(before).isEqualTo(last);
    }

    private static Map<String, Level> lastLevels(List<Event> reported) {
        Map<String, Level> last = new HashMap<>();
        reported.forEach(
                event -> last.put(event.change().input(), event.change().level()));
        return last;
    }

    private void change(Journal journal, String input, int dips) {
        Level level = levels.get(input) == Level.ON ? Level.OFF : Level.ON;
        levels.put(input, level);
        journal.append(new Change(input, level, new Moment(0, false, "6f1c2a9e", 60_000), dips));
    }

    private static List<Event> deliver(Journal journal) {
        List<Event> delivered = new ArrayList<>();
        for (List<Event> one = deliverOne(journal); !one.isEmpty(); one = deliverOne(journal)) {
            delivered.addAll(one);
        }
        return delivered;
    }

    private static List<Event> deliverOne(Journal journal) {
        Optional<Event> head = journal.head();
        head.ifPresent(journal::accepted);
        return head.stream().toList();
    }

    private long waiting(int run) throws SQLException {
        return Sqlite.number(
                folder.resolve("run-" + run + ".db"), "select count(*) from event where state = 'waiting'");
    }

    private Journal journal(String name, JournalBounds bounds) {
        return new Journal(folder.resolve(name), InstantSource.system(), bounds);
    }
}
