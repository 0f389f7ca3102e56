package io.mainswatch.localaws.presence;

import io.mainswatch.localaws.broker.ClientSession;
import io.mainswatch.localaws.broker.DisconnectReason;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last connection of each client. */
final class PresenceStore {

    /** A client that was away longer starts again at version 0. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** Notes the connection; answers with its version number. */
    long connected(Sql sql, ClientSession session, long now) throws SQLException {
        long version = sql.first(
                        "select version + 1 from presence where client_id = ? and (connected = 1 or at > ?)",
                        row -> row.getLong(1),
                        session.clientId(),
                        now - FORGOTTEN_AFTER.toMillis())
                .orElse(0L);
        sql.update(
                "insert or replace into presence (client_id, session, version, connected, at, principal)"
                        + " values (?, ?, ?, 1, ?, ?)",
                session.clientId(),
                session.id(),
                version,
                now,
                session.principal());
        return version;
    }

    /** Notes the end of a connection, unless a later one has taken its place. */
    void disconnected(Sql sql, String session, DisconnectReason reason, long now) throws SQLException {
        sql.update(
                "update presence set connected = 0, at = ?, reason = ? where session = ?", now, reason.name(), session);
    }

    Optional<Connectivity> last(Sql sql, String clientId) throws SQLException {
        return sql.first(
                "select connected, at, reason from presence where client_id = ?",
                row -> new Connectivity(
                        row.getBoolean(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Optional.ofNullable(row.getString(3)).map(DisconnectReason::valueOf)),
                clientId);
    }

    /** The connections that have no end in the books, by session. */
    Map<String, OpenConnection> open(Sql sql) throws SQLException {
        Map<String, OpenConnection> open = new HashMap<>();
        sql.list(
                "select session, client_id, version, principal from presence where connected = 1",
                row -> open.put(
                        row.getString(1), new OpenConnection(row.getString(2), row.getLong(3), row.getString(4))));
        return open;
    }
}
