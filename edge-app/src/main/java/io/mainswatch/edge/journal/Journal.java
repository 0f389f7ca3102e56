package io.mainswatch.edge.journal;

import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Event.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in their order. What {@link #append} has returned is on disk and survives the process and the power. Every
 * method may be called from any thread and throws {@link JournalException} if the disk fails.
 */
public final class Journal implements AutoCloseable {

    /** Accepted events that are kept as evidence. */
    private static final int KEPT = 1_000;

    /** No device that has ever counted gets this far, so numbers from here on cannot have been used. */
    static final long CLEARLY_HIGHER = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final String NEWEST_SETTLED_OF_EACH_INPUT =
            "(select max(seq) from event where state <> 'waiting' group by input)";

    private final JournalFile file;
    private final HighWater highWater;
    private final int kept;
    private long last;

    /** Opens the file, or begins it. The clock names copies of damaged files. */
    public Journal(Path path, InstantSource clock) {
        this(path, clock, KEPT);
    }

    Journal(Path path, InstantSource clock, int kept) {
        this.kept = kept;
        file = new JournalFile(path, clock);
        highWater = new HighWater(Path.of(path + ".seq"));
        try {
            last = lastNumber(path, highWater.read(), clock);
        } catch (IOException e) {
            throw new JournalException("The file " + path + ".seq cannot be read (" + e + ").", e);
        }
    }

    private long lastNumber(Path path, OptionalLong given, InstantSource clock) {
        long written = file.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select coalesce(max(seq), 0) from event");
                    ResultSet rows = query.executeQuery()) {
                return rows.getLong(1);
            }
        });
        long known = Math.max(written, given.orElse(0));
        if (known == 0 && (file.replaced() || given.isEmpty())) {
            known = Math.max(CLEARLY_HIGHER, clock.instant().getEpochSecond());
        }
        if (known > written) {
            LOG.warn(
                    "The journal {} ends at event {}; numbers go on after {}, so that none is used twice.",
                    path,
                    written,
                    known);
        }
        return known;
    }

    /** Whether the level differs from the input's last one in the journal, or is its first. */
    public synchronized boolean isNews(Change change) {
        String sql = "select level from event where input = ? order by seq desc limit 1";
        return file.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, change.input());
                try (ResultSet rows = query.executeQuery()) {
                    return !rows.next() || Level.of(rows.getString(1)) != change.level();
                }
            }
        });
    }

    /** Numbers the change and puts it on disk. */
    public synchronized Event append(Change change) {
        Event event = new Event(last + 1, change, State.WAITING);
        file.call(connection -> insert(connection, event));
        last = event.seq();
        try {
            highWater.raise(last);
        } catch (IOException e) {
            LOG.warn("The highest event number could not be written beside the journal ({}).", e.toString());
        }
        return event;
    }

    /** The first event that still waits for its answer. */
    public synchronized Optional<Event> head() {
        return events("where state = 'waiting' order by seq limit 1").stream().findFirst();
    }

    /** The newest event of each input that has had its answer, the newest of all first. */
    public synchronized List<Event> latest() {
        return events("where seq in " + NEWEST_SETTLED_OF_EACH_INPUT + " order by seq desc");
    }

    /** AWS has it. Older accepted events beyond the last 1,000 go, but never an input's newest. */
    public synchronized void accepted(Event event) {
        settle(event, State.ACCEPTED, null);
        update("delete from event where state = 'accepted' and seq <= "
                + "(select seq from event where state = 'accepted' order by seq desc limit 1 offset " + kept + ")"
                + " and seq not in " + NEWEST_SETTLED_OF_EACH_INPUT);
    }

    /** AWS will never take it as it is: it is kept with the cause, and the next one may go. */
    public synchronized void park(Event event, String cause) {
        settle(event, State.PARKED, cause);
    }

    private void settle(Event event, State state, String cause) {
        update(
                "update event set state = ?, cause = ? where seq = ?",
                state.name().toLowerCase(Locale.ROOT),
                cause,
                event.seq());
    }

    private void update(String sql, Object... values) {
        file.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                return update.executeUpdate();
            }
        });
    }

    private List<Event> events(String which) {
        return file.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select * from event " + which);
                    ResultSet rows = query.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        });
    }

    private static int insert(Connection connection, Event event) throws SQLException {
        Change change = event.change();
        Moment at = change.at();
        String sql =
                "insert into event (seq, input, level, wall, synced, boot, uptime, dips) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, event.seq());
            insert.setString(2, change.input());
            insert.setString(3, change.level().word());
            insert.setLong(4, at.wall());
            insert.setBoolean(5, at.synced());
            insert.setString(6, at.boot());
            insert.setLong(7, at.uptime());
            insert.setInt(8, change.dips());
            return insert.executeUpdate();
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        Moment at =
                new Moment(row.getLong("wall"), row.getBoolean("synced"), row.getString("boot"), row.getLong("uptime"));
        Change change = new Change(row.getString("input"), Level.of(row.getString("level")), at, row.getInt("dips"));
        return new Event(
                row.getLong("seq"), change, State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    /** Closes the file; what is in it stays. */
    @Override
    public void close() throws SQLException {
        file.close();
    }
}
