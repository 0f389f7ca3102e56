package io.mainswatch.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The SQLite file and its state of health. A damaged file is set aside under another name, said so, and replaced by an
 * empty one, at the start as in the middle of the work: a device that stays silent because of yesterday's events is
 * worse than one that has lost them.
 */
final class JournalFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    private static final String TABLE = """
            create table if not exists event (
              seq integer primary key,
              input text not null,
              level text not null check (level in ('on', 'off')),
              wall integer not null,
              synced integer not null,
              boot text not null,
              uptime integer not null,
              dips integer not null,
              state text not null default 'waiting' check (state in ('waiting', 'accepted', 'parked')),
              cause text
            )
            """;

    /** Small whatever the table's size: only what waits is in it. */
    private static final String WAITING =
            "create index if not exists event_waiting on event (seq) where state = 'waiting'";

    private static final String BY_INPUT = "create index if not exists event_by_input on event (input, seq)";

    private final Path file;
    private final InstantSource clock;
    private Connection connection;
    private boolean replaced;

    JournalFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unusable(e);
        }
        call(connection -> null);
    }

    /** Whether a damaged file had to be replaced since the start. */
    boolean replaced() {
        return replaced;
    }

    /** Runs the statements, once more on a new file if this one turns out to be damaged. */
    <T> T call(Statements<T> statements) {
        try {
            return statements.run(open());
        } catch (SQLException e) {
            if (!speaksOfDamage(e)) {
                throw unusable(e);
            }
            setAside(e);
        }
        try {
            return statements.run(open());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private Connection open() throws SQLException {
        if (connection == null) {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(5_000);
            connection = config.createConnection("jdbc:sqlite:" + file);
            prepare(connection);
        }
        return connection;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet health = statement.executeQuery("pragma integrity_check(1)")) {
                if (!health.next() || !"ok".equals(health.getString(1))) {
                    throw new SQLException(health.getString(1), null, SQLiteErrorCode.SQLITE_CORRUPT.code);
                }
            }
            statement.execute(TABLE);
            statement.execute(WAITING);
            statement.execute(BY_INPUT);
        }
    }

    private static boolean speaksOfDamage(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private void setAside(SQLException damage) {
        String suffix = ".damaged-" + clock.millis();
        try {
            close();
            for (String part : List.of("", "-wal", "-shm")) {
                Path from = Path.of(file + part);
                if (Files.exists(from)) {
                    Files.move(from, Path.of(file + suffix + part));
                }
            }
        } catch (SQLException | IOException e) {
            e.addSuppressed(damage);
            throw unusable(e);
        }
        replaced = true;
        LOG.warn(
                "The journal {} is damaged ({}). It is kept as {}; a new one begins, and events that were not yet "
                        + "accepted are only in the copy.",
                file,
                damage.getMessage(),
                file + suffix);
    }

    private JournalException unusable(Exception cause) {
        return new JournalException(
                "The journal " + file + " cannot be used (" + cause.getMessage()
                        + "). Check that its folder can be written and that the disk is neither full nor failing.",
                cause);
    }

    @Override
    public void close() throws SQLException {
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
}
