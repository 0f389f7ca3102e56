package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.Moment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedJournalTest {

    private static final int EVENTS = 60;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void journalOfAWeek() throws SQLException {
        file = folder.resolve("journal.db");
        try (Journal journal = journal()) {
            for (int i = 0; i < EVENTS; i++) {
                journal.append(change(i % 2 == 0 ? Level.ON : Level.OFF));
            }
        }
    }

    @Test
    void garbageIsSetAsideAndTheNumbersGoOn() throws IOException, SQLException {
        Files.write(file, new byte[4096]);

        assertThat(nextNumber()).isEqualTo(EVENTS + 1L);
        assertThat(copies()).singleElement().isEqualTo("journal.db.damaged-42");
        assertThat(folder.resolve("journal.db.damaged-42")).hasBinaryContent(new byte[4096]);
    }

    @Test
    void aFileCutInHalfIsSetAsideAndTheNumbersGoOn() throws IOException, SQLException {
        byte[] damaged = truncate(Files.size(file) / 2 / 4096 * 4096);

        assertThat(nextNumber()).isEqualTo(EVENTS + 1L);
        assertThat(copies()).containsExactly("journal.db.damaged-42");
        assertThat(folder.resolve("journal.db.damaged-42")).hasBinaryContent(damaged);
    }

    @Test
    void whatIsWholeInADamagedFileIsTakenOver() throws IOException, SQLException {
        truncate(Files.size(file) / 2 / 4096 * 4096);

        try (Journal journal = journal()) {
            assertThat(journal.head()).map(Event::seq).hasValue(1L);
        }
        assertThat(Sqlite.number(file, "select count(*) from event")).isBetween(10L, EVENTS - 10L);
    }

    @Test
    void anEmptyFileIsABeginningButTheNumbersGoOn() throws IOException, SQLException {
        truncate(0);

        assertThat(nextNumber()).isEqualTo(EVENTS + 1L);
    }

    @Test
    void damageInTheMiddleOfTheWorkIsNoticedAndTheWorkGoesOn() throws IOException, SQLException {
        try (Journal journal = journal()) {
            assertThat(journal.append(change(Level.ON)).seq()).isEqualTo(EVENTS + 1L);
            // A write from outside makes SQLite read again what it has in memory.
            Sqlite.change(file, "update event set dips = 1");
            overwrite(file);
            overwrite(folder.resolve("journal.db-wal"));

            assertThat(journal.append(change(Level.OFF)).seq()).isEqualTo(EVENTS + 2L);
            assertThat(journal.head()).map(Event::seq).hasValue(EVENTS + 2L);
        }
        assertThat(copies()).contains("journal.db.damaged-42");
    }

    @Test
    void withTheNumbersLostTooTheyGoOnWhereNoneCanHaveBeenUsed() throws IOException, SQLException {
        Files.write(file, new byte[4096]);
        Files.writeString(folder.resolve("journal.db.seq"), "2\u00000");

        assertThat(nextNumber()).isEqualTo(LastNumber.CLEARLY_HIGHER + 1);
    }

    private long nextNumber() throws SQLException {
        try (Journal journal = journal()) {
            return journal.append(change(Level.ON)).seq();
        }
    }

    private Journal journal() {
        return new Journal(file, InstantSource.fixed(Instant.ofEpochMilli(42)));
    }

    /** Cuts the file off; the result is what is left. */
    private byte[] truncate(long size) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.setLength(size);
        }
        return Files.readAllBytes(file);
    }

    private static void overwrite(Path victim) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(victim.toFile(), "rw")) {
            disk.write(new byte[(int) disk.length()]);
        }
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains("damaged"))
                    .toList();
        }
    }

    private static Change change(Level level) {
        return new Change(
                "an-input-with-a-name-so-long-that-the-table-soon-fills-many-pages".repeat(4),
                level,
                new Moment(0, false, "6f1c2a9e", 60_000),
                0);
    }
}
