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
        truncate(Files.size(file) / 2 / 4096 * 4096);

        assertThat(nextNumber()).isEqualTo(EVENTS + 1L);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void anEmptyFileIsABeginningButTheNumbersGoOn() throws IOException, SQLException {
        truncate(0);

        assertThat(nextNumber()).isEqualTo(EVENTS + 1L);
    }

    @Test
    void aPageOverwrittenInTheMiddleOfTheWorkIsNoticedAndTheWorkGoesOn() throws IOException, SQLException {
        try (Journal journal = journal()) {
            assertThat(journal.append(change(Level.ON)).seq()).isEqualTo(EVENTS + 1L);
            try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
                disk.write(new byte[(int) disk.length()]);
            }
            journal.append(change(Level.OFF));

            assertThat(journal.append(change(Level.ON)).seq()).isEqualTo(EVENTS + 3L);
            assertThat(journal.head()).isPresent();
        }
    }

    @Test
    void withTheNumbersLostTooTheyGoOnWhereNoneCanHaveBeenUsed() throws IOException, SQLException {
        Files.write(file, new byte[4096]);
        Files.writeString(folder.resolve("journal.db.seq"), "2\u00000");

        assertThat(nextNumber()).isEqualTo(Journal.CLEARLY_HIGHER + 1);
    }

    private long nextNumber() throws SQLException {
        try (Journal journal = journal()) {
            return journal.append(change(Level.ON)).seq();
        }
    }

    private Journal journal() {
        return new Journal(file, InstantSource.fixed(Instant.ofEpochMilli(42)));
    }

    private void truncate(long size) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.setLength(size);
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
