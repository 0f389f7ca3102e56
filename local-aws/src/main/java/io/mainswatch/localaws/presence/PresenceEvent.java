package io.mainswatch.localaws.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mainswatch.localaws.broker.ClientSession;
import io.mainswatch.localaws.broker.DisconnectReason;
import java.time.Duration;

/**
 * A lifecycle event as AWS publishes it; members that do not belong to the kind of event are left out.
 *
 * @param timestamp Unix milliseconds
 * @param sessionIdentifier the same in the connect and the disconnect of one connection
 * @param principalIdentifier the certificate's id; the plain port knows nobody by certificate
 * @param connectFailureReason why a client was not let in
 * @param versionNumber grows with each connection of the client, the same in its connect and disconnect
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "clientId",
    "timestamp",
    "eventType",
    "clientInitiatedDisconnect",
    "disconnectReason",
    "connectFailureReason",
    "sessionIdentifier",
    "principalIdentifier",
    "ipAddress",
    "versionNumber"
})
record PresenceEvent(
        String clientId,
        long timestamp,
        String eventType,
        String sessionIdentifier,
        String principalIdentifier,
        String ipAddress,
        Boolean clientInitiatedDisconnect,
        DisconnectReason disconnectReason,
        String connectFailureReason,
        Long versionNumber)
        implements LifecycleEvent {

    static PresenceEvent connected(ClientSession session, long version, long at) {
        return new PresenceEvent(
                session.clientId(),
                at,
                "connected",
                session.id(),
                session.principal(),
                session.ipAddress(),
                null,
                null,
                null,
                version);
    }

    static PresenceEvent disconnected(OpenConnection closed, String session, DisconnectReason reason, long at) {
        boolean byClient = reason == DisconnectReason.CLIENT_INITIATED_DISCONNECT;
        return new PresenceEvent(
                closed.clientId(),
                at,
                "disconnected",
                session,
                closed.principal(),
                null,
                byClient,
                reason,
                null,
                closed.version());
    }

    /** There was no session, only the id of one, and no count of it. */
    static PresenceEvent connectFailed(ClientSession attempt, long at) {
        return new PresenceEvent(
                attempt.clientId(),
                at,
                "connect_failed",
                attempt.id(),
                attempt.principal(),
                attempt.ipAddress(),
                null,
                null,
                "AUTHORIZATION_FAILED",
                null);
    }

    /** The same with a time stamp that is off. */
    PresenceEvent skewed(Duration skew) {
        return new PresenceEvent(
                clientId,
                timestamp + skew.toMillis(),
                eventType,
                sessionIdentifier,
                principalIdentifier,
                ipAddress,
                clientInitiatedDisconnect,
                disconnectReason,
                connectFailureReason,
                versionNumber);
    }

    @Override
    public String topic() {
        return "$aws/events/presence/" + eventType + "/" + clientId;
    }
}
