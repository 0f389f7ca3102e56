package io.mainswatch.localaws.presence;

import io.mainswatch.localaws.broker.ClientSession;
import io.mainswatch.localaws.broker.DisconnectReason;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import io.mainswatch.localaws.store.SqlWork;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows who is connected and publishes the lifecycle events. */
public final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Database database;
    private final PresencePost post;
    private final Changes changes;
    private final Clock clock;
    private final PresenceStore store = new PresenceStore();

    /** By session; a client that is being taken over has two for a moment. */
    private final Map<String, OpenConnection> open = new ConcurrentHashMap<>();

    public Presence(Database database, Publisher publisher, Faults faults, Changes changes, Clock clock) {
        this.database = database;
        this.post = new PresencePost(publisher, faults);
        this.changes = changes;
        this.clock = clock;
    }

    /** The client ids that are connected now. */
    public Set<String> connectedClients() {
        return open.values().stream().map(OpenConnection::clientId).collect(Collectors.toUnmodifiableSet());
    }

    /** What is known of the client's last connection; empty if it never had one. */
    public Optional<Connectivity> connectivity(String clientId) {
        return database.read(sql -> store.last(sql, clientId));
    }

    public void connected(ClientSession session) {
        tell(sql -> {
            long now = clock.millis();
            long version = store.connected(sql, session, now);
            open.put(session.id(), new OpenConnection(session.clientId(), version, session.principal()));
            return List.of(PresenceEvent.connected(session, version, now));
        });
    }

    /** A client was not let in. */
    public void refused(ClientSession attempt) {
        PresenceEvent event = PresenceEvent.connectFailed(attempt, clock.millis());
        if (!event.hasWildcard()) {
            post.send(event);
        }
    }

    public void disconnected(ClientSession session, DisconnectReason reason) {
        tell(sql -> {
            OpenConnection closed = open.remove(session.id());
            return closed == null ? List.of() : List.of(end(sql, session.id(), closed, reason));
        });
    }

    public void subscribed(ClientSession session, List<String> filters) {
        tell(sql -> List.of(SubscriptionEvent.subscribed(session, filters, clock.millis())));
    }

    public void unsubscribed(ClientSession session, List<String> filters) {
        tell(sql -> List.of(SubscriptionEvent.unsubscribed(session, filters, clock.millis())));
    }

    /** Tells of the connections that were open when the last run of this process ended; to be called once. */
    public void endLastRun() {
        tell(sql -> {
            List<LifecycleEvent> events = new ArrayList<>();
            for (Map.Entry<String, OpenConnection> entry : store.open(sql).entrySet()) {
                if (!open.containsKey(entry.getKey())) {
                    events.add(
                            end(sql, entry.getKey(), entry.getValue(), DisconnectReason.SERVER_INITIATED_DISCONNECT));
                }
            }
            return events;
        });
    }

    private PresenceEvent end(Sql sql, String session, OpenConnection closed, DisconnectReason reason)
            throws SQLException {
        long now = clock.millis();
        store.disconnected(sql, session, reason, now);
        return PresenceEvent.disconnected(closed, session, reason, now);
    }

    /** All through the database, so that events come in the order in which things happened. */
    private void tell(SqlWork<List<LifecycleEvent>> work) {
        database.write(work).whenComplete((events, failure) -> {
            if (failure != null) {
                LOG.error("a lifecycle event is lost: {}", failure.toString());
                return;
            }
            events.stream().filter(event -> !event.hasWildcard()).forEach(post::send);
            changes.announce(Changes.Kind.THINGS);
        });
    }
}
