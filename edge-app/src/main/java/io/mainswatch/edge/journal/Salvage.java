package io.mainswatch.edge.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is whole in the copy of a damaged journal: every event from the lowest number up to the first unreadable
 * one, and from the highest number down. The copy itself stays as it is.
 */
final class Salvage {

    private static final List<String> COLUMNS = List.of(
            "seq", "input", "level", "wall", "synced", "boot", "uptime", "dips", "state", "cause", "merged", "flutter");

    private static final String INSERT = "insert or ignore into event (" + String.join(", ", COLUMNS)
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Path copy;

    Salvage(Path copy) {
        this.copy = copy;
    }

    /** Writes those events into the new journal; the result is their number. */
    int into(Connection journal) throws SQLException {
        return take("asc", journal) + take("desc", journal);
    }

    private int take(String direction, Connection journal) throws SQLException {
        int taken = 0;
        try (Rows rows = new Rows(direction);
                PreparedStatement insert = journal.prepareStatement(INSERT)) {
            for (Optional<Map<String, Object>> row = rows.next(); row.isPresent(); row = rows.next()) {
                for (int i = 0; i < COLUMNS.size(); i++) {
                    insert.setObject(i + 1, row.get().getOrDefault(COLUMNS.get(i), 0));
                }
                taken += insert.executeUpdate();
            }
        }
        return taken;
    }

    /** The rows in one direction; the first that cannot be read is the end. */
    private final class Rows implements AutoCloseable {

        private Connection damaged;
        private Statement query;
        private ResultSet rows;

        Rows(String direction) throws SQLException {
            try {
                damaged = CopyInMemory.open(copy);
                query = damaged.createStatement();
                rows = query.executeQuery("select * from event order by seq " + direction);
            } catch (SQLException e) {
                close();
                rows = null;
            }
        }

        Optional<Map<String, Object>> next() {
            try {
                return rows != null && rows.next() ? Optional.of(read()) : Optional.empty();
            } catch (SQLException e) {
                return Optional.empty();
            }
        }

        private Map<String, Object> read() throws SQLException {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
            }
            return row;
        }

        @Override
        public void close() throws SQLException {
            if (query != null) {
                query.close();
            }
            if (damaged != null) {
                damaged.close();
            }
        }
    }
}
