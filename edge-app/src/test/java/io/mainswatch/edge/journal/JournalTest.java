package io.mainswatch.edge.journal;

import static io.mainswatch.edge.journal.Level.OFF;
import static io.mainswatch.edge.journal.Level.ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Event.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(folder.resolve("journal.db"), InstantSource.fixed(Instant.EPOCH));
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
    }

    @Test
    void eventsAreNumberedFromOneAcrossAllInputs() {
        assertThat(journal.append(change("power", ON)).seq()).isEqualTo(1);
        assertThat(journal.append(change("door", OFF)).seq()).isEqualTo(2);
        assertThat(journal.append(change("power", OFF)).seq()).isEqualTo(3);
    }

    @Test
    void aChangeComesBackAsItWasGiven() {
        Change change = new Change("power", OFF, new Moment(1_763_905_623_120L, true, "6f1c2a9e", 60_000), 3);

        journal.append(change);

        assertThat(journal.head()).contains(new Event(1, change, State.WAITING));
    }

    @Test
    void eventsWaitInTheirOrderUntilEachIsAnswered() {
        Event first = journal.append(change("power", ON));
        Event second = journal.append(change("power", OFF));

        assertThat(journal.head()).contains(first);
        journal.accepted(first);
        assertThat(journal.head()).contains(second);
        journal.park(second, "rejected 403 Forbidden");
        assertThat(journal.head()).isEmpty();
    }

    @Test
    void onlyALevelThatDiffersFromTheInputsLastIsNews() {
        assertThat(journal.isNews(change("power", ON))).as("the first ever").isTrue();
        journal.append(change("power", ON));

        assertThat(journal.isNews(change("power", ON))).isFalse();
        assertThat(journal.isNews(change("power", OFF))).isTrue();
        assertThat(journal.isNews(change("door", ON)))
                .as("another input's first")
                .isTrue();
    }

    @Test
    void theLatestOfEachInputAreThoseThatHadTheirAnswer() {
        Event power = journal.append(change("power", ON));
        Event door = journal.append(change("door", OFF));
        journal.append(change("power", OFF));
        journal.accepted(power);
        journal.park(door, "rejected 413");

        assertThat(journal.latest()).extracting(Event::seq).containsExactly(2L, 1L);
        assertThat(journal.latest()).extracting(Event::state).containsExactly(State.PARKED, State.ACCEPTED);
    }

    @Test
    void everythingIsThereAfterAReopening() throws SQLException {
        Event first = journal.append(change("power", ON));
        Event second = journal.append(change("power", OFF));
        journal.accepted(first);

        reopen();

        assertThat(journal.head()).contains(second);
        assertThat(journal.append(change("power", ON)).seq()).isEqualTo(3);
    }

    @Test
    void soManyAcceptedEventsAreKeptAndAlwaysEachInputsNewest() throws SQLException {
        Path file = folder.resolve("short.db");
        try (Journal brief = new Journal(file, InstantSource.system(), new JournalBounds(10, 100, 100))) {
            brief.accepted(brief.append(change("door", OFF)));
            for (int i = 0; i < 15; i++) {
                brief.accepted(brief.append(change("power", i % 2 == 0 ? ON : OFF)));
            }

            assertThat(Sqlite.number(file, "select count(*) from event")).isEqualTo(11);
            assertThat(brief.isNews(change("door", OFF))).isFalse();
            assertThat(brief.latest()).extracting(Event::seq).containsExactly(16L, 1L);
        }
    }

    @Test
    void numbersGoOnWhenTheJournalIsLost() throws IOException, SQLException {
        journal.append(change("power", ON));
        journal.append(change("power", OFF));
        journal.close();
        Files.delete(folder.resolve("journal.db"));

        open();

        assertThat(journal.append(change("power", ON)).seq()).isEqualTo(3);
    }

    @Test
    void numbersGoOnWhenOnlyTheirFileIsLost() throws IOException, SQLException {
        journal.append(change("power", ON));
        journal.close();
        Files.delete(folder.resolve("journal.db.seq"));

        open();

        assertThat(journal.append(change("power", OFF)).seq()).isEqualTo(2);
    }

    @Test
    void theTableOfAnEarlierVersionGetsWhatIsNew() throws SQLException {
        journal.append(change("power", ON));
        journal.close();
        Sqlite.change(folder.resolve("journal.db"), "alter table event drop column merged");
        Sqlite.change(folder.resolve("journal.db"), "alter table event drop column flutter");

        open();

        assertThat(journal.head()).contains(new Event(1, change("power", ON), State.WAITING));
        assertThat(journal.append(change("power", OFF)).seq()).isEqualTo(2);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithTheRemedy() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new Journal(file.resolve("journal.db"), InstantSource.system()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("Check that its folder can be written");
    }

    private void reopen() throws SQLException {
        journal.close();
        open();
    }

    private static Change change(String input, Level level) {
        return new Change(input, level, new Moment(1_763_905_623_120L, false, "6f1c2a9e", 60_000), 0);
    }
}
