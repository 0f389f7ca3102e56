package io.mainswatch.edge.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * What is in a journal's file, read by somebody else than the running edge.
 *
 * @param last the highest number in it, 0 for none
 * @param waiting events that AWS has not answered yet
 * @param parked events that AWS refused for good
 */
public record JournalSummary(long last, long waiting, long parked) {

    /** Reads the file and writes nothing, also beside it; the exception says how it is damaged. */
    public static JournalSummary read(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // Without the edge there is no WAL, and to make one would leave files that belong to whoever looks.
        String mode = Files.exists(Path.of(file + "-wal")) ? "?mode=ro" : "?immutable=1";
        try (Connection connection = config.createConnection(
                        "jdbc:sqlite:" + file.toAbsolutePath().toUri() + mode);
                Statement statement = connection.createStatement()) {
            try (ResultSet health = statement.executeQuery("pragma integrity_check(1)")) {
                if (!health.next() || !"ok".equals(health.getString(1))) {
                    throw new SQLException(health.getString(1));
                }
            }
            String counts = "select coalesce(max(seq), 0), count(*) filter (where state = 'waiting'),"
                    + " count(*) filter (where state = 'parked') from event";
            try (ResultSet row = statement.executeQuery(counts)) {
                return new JournalSummary(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }
}
