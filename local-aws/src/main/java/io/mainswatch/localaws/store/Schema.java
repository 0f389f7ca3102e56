package io.mainswatch.localaws.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to the SQLite file, with its tables in place. Each room's tables came with a step of their own; a file knows
 * how many steps it has taken, and takes the rest when it is opened.
 */
final class Schema {

    /** In this order for ever; a new step goes to the end. */
    private static final List<String> STEPS = List.of(
            "1-first.sql",
            "2-identity.sql",
            "3-registry.sql",
            "4-ses.sql",
            "5-queues.sql",
            "5-rules.sql",
            "6-authorities.sql",
            "7-group-policies.sql");

    private Schema() {}

    static Sql connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // Each commit is on the disk, and not only with the kernel, before it returns.
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Connection connection = source.getConnection();
        try {
            prepare(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Sql(connection);
    }

    private static void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > STEPS.size()) {
            throw new SQLException("it was written by a newer local-aws: its tables have version " + version
                    + ", this program knows " + STEPS.size());
        }
        for (int step = version; step < STEPS.size(); step++) {
            take(connection, step);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    private static void take(Connection connection, int step) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String command : script(STEPS.get(step)).split(";\\s*\\n")) {
                statement.executeUpdate(command);
            }
            statement.executeUpdate("pragma user_version = " + (step + 1));
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static String script(String name) {
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
