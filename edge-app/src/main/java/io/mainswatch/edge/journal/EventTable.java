package io.mainswatch.edge.journal;

import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Event.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements on the table of events, each on a connection that the caller has. */
final class EventTable {

    private static final String INSERT = "insert into event (seq, input, level, wall, synced, boot, uptime, dips, "
            + "merged, flutter) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String NEWEST_OF_EACH_INPUT = "(select max(seq) from event where %s group by input)";
    private static final String SETTLED = "state <> 'waiting'";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    long highestNumber() throws SQLException {
        return number("select coalesce(max(seq), 0) from event");
    }

    long waiting() throws SQLException {
        return number("select count(*) from event where state = 'waiting'");
    }

    /** So many events that wait, the oldest first, of those above a number. */
    List<Event> waiting(long above, int limit) throws SQLException {
        return events("where state = 'waiting' and seq > ? order by seq limit ?", above, limit);
    }

    List<Event> newestOfEachInput() throws SQLException {
        return events("where seq in " + NEWEST_OF_EACH_INPUT.formatted("true"));
    }

    List<Event> newestSettledOfEachInput() throws SQLException {
        return events("where seq in " + NEWEST_OF_EACH_INPUT.formatted(SETTLED));
    }

    void insert(Event event) throws SQLException {
        Change change = event.change();
        Moment at = change.at();
        update(
                INSERT,
                event.seq(),
                change.input(),
                change.level().word(),
                at.wall(),
                at.synced(),
                at.boot(),
                at.uptime(),
                change.dips(),
                event.merged(),
                change.flutter());
    }

    void settle(long seq, Settlement settlement) throws SQLException {
        update(
                "update event set state = ?, cause = ? where seq = ?",
                word(settlement.state()),
                settlement.cause(),
                seq);
    }

    /** Events beyond the newest that had this outcome go, but never an input's newest. */
    void prune(State state, int kept) throws SQLException {
        update(
                "delete from event where state = ?1 and seq <= "
                        + "(select seq from event where state = ?1 order by seq desc limit 1 offset ?2)"
                        + " and seq not in " + NEWEST_OF_EACH_INPUT.formatted(SETTLED),
                word(state),
                kept);
    }

    /** Takes the event out; those after it carry its count and its dips. */
    void dissolve(Event event) throws SQLException {
        update("delete from event where seq = ?", event.seq());
        update(
                "update event set merged = merged + ? where seq = (select min(seq) from event where seq > ?)",
                event.merged() + 1,
                event.seq());
        update(
                "update event set dips = dips + ? where seq = (select min(seq) from event where input = ? and seq > ?)",
                event.change().dips(),
                event.change().input(),
                event.seq());
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.getLong(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            fill(update, values);
            update.executeUpdate();
        }
    }

    private List<Event> events(String which, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select * from event " + which)) {
            fill(query, values);
            try (ResultSet rows = query.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        Moment at =
                new Moment(row.getLong("wall"), row.getBoolean("synced"), row.getString("boot"), row.getLong("uptime"));
        Change change = new Change(
                row.getString("input"),
                Level.of(row.getString("level")),
                at,
                row.getInt("dips"),
                row.getBoolean("flutter"));
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Event(row.getLong("seq"), change, state, row.getInt("merged"));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
