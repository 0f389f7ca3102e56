package io.mainswatch.localaws.broker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** All open sockets, by Artemis's own id, and which of them holds which client id. */
final class LiveConnections {

    private final Map<Object, LiveConnection> byId = new ConcurrentHashMap<>();
    private final Map<String, LiveConnection> byClient = new ConcurrentHashMap<>();

    LiveConnection of(RemotingConnection connection) {
        return byId.computeIfAbsent(connection.getID(), id -> new LiveConnection());
    }

    /** What we know of it, unless it is gone or has sent nothing yet. */
    Optional<LiveConnection> find(RemotingConnection connection) {
        return Optional.ofNullable(byId.get(connection.getID()));
    }

    void letIn(LiveConnection connection, ClientSession session) {
        connection.letIn(session);
        byClient.put(session.clientId(), connection);
    }

    Optional<LiveConnection> holderOf(String clientId) {
        return Optional.ofNullable(byClient.get(clientId));
    }

    /** Takes the connection out, if it was not taken out before. */
    Optional<LiveConnection> remove(RemotingConnection connection) {
        LiveConnection gone = byId.remove(connection.getID());
        String clientId = connection.getClientID();
        if (gone != null && clientId != null) {
            byClient.remove(clientId, gone);
        }
        return Optional.ofNullable(gone);
    }
}
