package io.mainswatch.edge.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * Opens a copy of a database in memory, where the files themselves must not be touched or cannot be: SQLite needs to
 * write beside a file in order to read it. The copy is gone when the connection is closed, or the process ends.
 */
final class CopyInMemory {

    /** Linux's file system in memory. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Of SQLite's header: its length, and where the page size and the number of pages stand. */
    private static final int HEADER = 100;

    private static final int PAGE_SIZE = 16;
    private static final int PAGES = 28;

    /** No journal gets this large; a header that says more is nonsense. */
    private static final long LARGEST = 256L * 1024 * 1024;

    private CopyInMemory() {}

    /** The copy of the file and of its write-ahead log; an empty database if there is no file. */
    static Connection open(Path file) throws SQLException {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "mainswatch-")
                    : Files.createTempDirectory("mainswatch-");
            try {
                return open(file, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new SQLException("no copy of " + file + " could be made in memory: " + e, e);
        }
    }

    private static Connection open(Path file, Path folder) throws IOException, SQLException {
        Path copy = folder.resolve("journal.db");
        for (String part : List.of("", "-wal")) {
            Path from = Path.of(file + part);
            if (Files.exists(from)) {
                Files.copy(from, Path.of(copy + part));
            }
        }
        restoreSize(copy);
        Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + copy);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma locking_mode=exclusive");
            statement.execute("select count(*) from sqlite_schema");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** SQLite reads nothing of a file that is shorter than its header says, although what is left may be whole. */
    private static void restoreSize(Path copy) throws IOException {
        if (Files.notExists(copy) || Files.size(copy) < HEADER) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(PAGE_SIZE);
            int pageSize = file.readUnsignedShort();
            file.seek(PAGES);
            long size = Math.min(LARGEST, (long) pageSize * Integer.toUnsignedLong(file.readInt()));
            if (file.length() < size) {
                file.setLength(size);
            }
        }
    }

    /** What is open stays readable. */
    private static void delete(Path folder) throws IOException {
        for (String part : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(folder.resolve("journal.db" + part));
        }
        Files.delete(folder);
    }
}
