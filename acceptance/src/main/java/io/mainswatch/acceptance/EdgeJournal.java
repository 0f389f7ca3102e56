package io.mainswatch.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The edge's journal, read while the edge writes, is being killed, or has no room left.
 *
 * @param file the SQLite file
 */
public record EdgeJournal(Path file) {

    /** The level of the newest event; empty as long as that cannot be told. */
    public Optional<String> newestLevel() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("select level from event order by seq desc limit 1")) {
            return newest.next() ? Optional.of(newest.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
