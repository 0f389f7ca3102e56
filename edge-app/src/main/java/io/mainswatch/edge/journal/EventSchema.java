package io.mainswatch.edge.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** The table of events with its indexes, as the package's description explains it. */
final class EventSchema {

    private static final List<String> PARTS = List.of(
            """
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
            """,
            // Small whatever the table's size: only what waits is in it.
            "create index if not exists event_waiting on event (seq) where state = 'waiting'",
            "create index if not exists event_by_input on event (input, seq)");

    /** What later versions have added. */
    private static final List<String> ADDED =
            List.of("merged integer not null default 0", "flutter integer not null default 0");

    private EventSchema() {}

    /** Makes what is missing. A database that is damaged is told from a sound one by an exception of that kind. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet health = statement.executeQuery("pragma integrity_check(1)")) {
                if (!health.next() || !"ok".equals(health.getString(1))) {
                    throw new SQLException(health.getString(1), null, SQLiteErrorCode.SQLITE_CORRUPT.code);
                }
            }
            for (String part : PARTS) {
                statement.execute(part);
            }
            for (String column : ADDED) {
                add(column, statement);
            }
        }
    }

    private static void add(String column, Statement statement) throws SQLException {
        String name = column.substring(0, column.indexOf(' '));
        boolean missing;
        try (ResultSet found =
                statement.executeQuery("select 1 from pragma_table_info('event') where name = '" + name + "'")) {
            missing = !found.next();
        }
        if (missing) {
            statement.execute("alter table event add column " + column);
        }
    }
}
