package io.mainswatch.localaws.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {

    private static final int ROWS = 2_000;
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("local-aws.db");
    }

    @Test
    void ofAFileWithADamagedPageTheRestIsTakenOverAndACopyIsKept() throws IOException {
        fill();
        long size = Files.size(file);
        overwrite(size / 2 / PAGE * PAGE, PAGE);

        List<String> left = addresses();

        assertThat(left).hasSizeBetween(ROWS / 2, ROWS - 1).contains(address(0), address(ROWS - 1));
        assertThat(copies()).singleElement().satisfies(copy -> assertThat(copy).hasSize(size));
    }

    @Test
    void ofATruncatedFileTheBeginningIsTakenOver() throws IOException {
        fill();
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(opened.length() / 2 / PAGE * PAGE);
        }

        assertThat(addresses()).isNotEmpty().hasSizeLessThan(ROWS);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAndANewOneBegins() throws IOException {
        Files.writeString(file, "not a database, and long enough for SQLite to be sure of it. ".repeat(20));

        assertThat(addresses()).isEmpty();
        assertThat(copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy).content().startsWith("not a database"));
    }

    @Test
    void whatWasSavedIsUsedAtTheNextStartAsAnyOther() throws IOException {
        fill();
        overwrite(Files.size(file) / 2 / PAGE * PAGE, PAGE);
        List<String> left = addresses();

        try (Database database = Database.open(file)) {
            database.writeAndWait(sql -> sql.update("insert into identity (address) values ('new')"));
        }

        assertThat(addresses()).hasSize(left.size() + 1).contains("new");
        assertThat(copies()).hasSize(1);
    }

    @Test
    void aStartThatDiedWhileItSavedBeginsAgain() throws IOException {
        fill();
        Path finished = folder.resolve("local-aws.db.salvaged");
        Files.copy(file, finished);
        overwrite(0, PAGE);
        Files.writeString(folder.resolve("local-aws.db-wal"), "the log of the damaged file");

        assertThat(addresses()).hasSize(ROWS);
        assertThat(finished).doesNotExist();
    }

    @Test
    void whatALastRunLeftInTheLogIsNoDamage() throws IOException {
        Path killed = folder.resolve("killed.db");
        try (Database database = Database.open(file)) {
            database.writeAndWait(sql -> sql.update("insert into identity (address) values ('in the log')"));
            Files.copy(file, killed);
            Files.copy(
                    folder.resolve("local-aws.db-wal"),
                    folder.resolve("killed.db-wal"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        file = killed;

        assertThat(addresses()).containsExactly("in the log");
        assertThat(copies()).isEmpty();
    }

    /** Long enough that most pages of the file are of this table. */
    private static String address(int number) {
        return "%05d@%s.example".formatted(number, "x".repeat(200));
    }

    private void fill() {
        try (Database database = Database.open(file)) {
            database.writeAndWait(sql -> {
                for (int i = 0; i < ROWS; i++) {
                    sql.update("insert into identity (address) values (?)", address(i));
                }
                return null;
            });
        }
    }

    private void overwrite(long from, int bytes) throws IOException {
        byte[] garbage = new byte[bytes];
        Arrays.fill(garbage, (byte) 0xA5);
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek(from);
            opened.write(garbage);
        }
    }

    private List<String> addresses() {
        try (Database database = Database.open(file)) {
            return database.read(
                    sql -> sql.list("select address from identity order by address", row -> row.getString(1)));
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().contains(".damaged-"))
                    .filter(path -> !path.toString().endsWith("-wal"))
                    .toList();
        }
    }
}
