package io.mainswatch.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The SQLite file and its state of health. A damaged file is set aside under another name, said so, and replaced by a
 * new one with what can be read in it, at the start as in the middle of the work: a device that stays silent because of
 * yesterday's events is worse than one that has lost them. A file that the disk does not let be opened for writing is
 * read from a copy in memory, until the disk does.
 */
final class JournalFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    private final Path file;
    private final InstantSource clock;
    private Connection connection;
    private Connection copy;
    private Path damaged;
    private boolean replaced;

    JournalFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        boolean isNew = Files.notExists(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unusable(e, Health.SOUND);
        }
        try {
            write(statements -> null);
        } catch (JournalException e) {
            if (e.health() == Health.SOUND || isNew && e.health() == Health.FAILING) {
                throw e;
            }
        }
    }

    /** Whether a damaged file had to be replaced since the start. */
    boolean replaced() {
        return replaced;
    }

    /** Whether the file itself is open, and not a copy of it. */
    boolean isOpen() {
        return connection != null;
    }

    /** Runs statements that only read. */
    <T> T read(Statements<T> statements) {
        return call(() -> statements.run(readable()));
    }

    /** Runs the statements as one transaction. */
    <T> T write(Statements<T> statements) {
        return call(() -> {
            Connection writing = writable();
            execute(writing, "begin immediate");
            try {
                T result = statements.run(writing);
                execute(writing, "commit");
                return result;
            } catch (SQLException e) {
                rollBack(writing, e);
                throw e;
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** After some failures, a full disk for one, SQLite has done it already and refuses. */
    private static void rollBack(Connection connection, SQLException cause) {
        try {
            execute(connection, "rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Once more on a new file if this one turns out to be damaged. */
    private <T> T call(Call<T> statements) {
        try {
            return statements.run();
        } catch (SQLException e) {
            if (!speaksOfDamage(e)) {
                throw unusable(e, healthAfter(e));
            }
            setAside(e);
        }
        try {
            return statements.run();
        } catch (SQLException e) {
            throw unusable(e, healthAfter(e));
        }
    }

    private Connection writable() throws SQLException {
        if (connection == null) {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(5_000);
            Connection opened = config.createConnection("jdbc:sqlite:" + file);
            prepare(opened);
            connection = opened;
            damaged = null;
            closeCopy();
        }
        return connection;
    }

    private Connection readable() throws SQLException {
        if (connection == null && copy == null) {
            try {
                return writable();
            } catch (SQLException e) {
                if (healthAfter(e) == Health.SOUND) {
                    throw e;
                }
                Connection opened = CopyInMemory.open(file);
                prepare(opened);
                copy = opened;
            }
        }
        return connection == null ? copy : connection;
    }

    private void prepare(Connection opened) throws SQLException {
        try {
            EventSchema.prepare(opened);
            if (damaged != null) {
                LOG.info("{} events of the damaged journal could be read.", new Salvage(damaged).into(opened));
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private static boolean speaksOfDamage(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private Health healthAfter(SQLException e) {
        return Health.after(e, file.toAbsolutePath().getParent());
    }

    private void setAside(SQLException damage) {
        Path aside = Path.of(file + ".damaged-" + clock.millis());
        try {
            close();
            for (String part : List.of("", "-wal", "-shm")) {
                Path from = Path.of(file + part);
                if (Files.exists(from)) {
                    Files.move(from, Path.of(aside + part));
                }
            }
        } catch (SQLException | IOException e) {
            e.addSuppressed(damage);
            throw unusable(e, Health.SOUND);
        }
        replaced = true;
        damaged = aside;
        LOG.warn(
                "The journal {} is damaged ({}). It is kept as {}; a new one begins with what can be read of it, and "
                        + "events that were not yet accepted and cannot be read are only in the copy.",
                file,
                damage.getMessage(),
                aside);
    }

    private JournalException unusable(Exception cause, Health health) {
        return new JournalException(
                "The journal " + file + " cannot be used (" + cause.getMessage()
                        + "). Check that its folder can be written and that the disk is neither full nor failing.",
                cause,
                health);
    }

    private void closeCopy() throws SQLException {
        if (copy != null) {
            copy.close();
            copy = null;
        }
    }

    @Override
    public void close() throws SQLException {
        closeCopy();
        if (connection != null) {
            Connection closing = connection;
            connection = null;
            closing.close();
        }
    }

    /** Statements on the open file. */
    @FunctionalInterface
    interface Statements<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The same with their connection. */
    @FunctionalInterface
    private interface Call<T> {
        T run() throws SQLException;
    }
}
