package io.mainswatch.localaws.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mainswatch.localaws.broker.DisconnectReason;
import java.time.Duration;

/**
 * A lifecycle event as AWS publishes it; members that do not belong to the kind of event are left out.
 *
 * @param timestamp Unix milliseconds
 * @param sessionIdentifier the same in the connect and the disconnect of one connection
 * @param principalIdentifier on AWS the certificate's id; the plain port knows nobody by certificate
 * @param versionNumber grows with each connection of the client, the same in its connect and disconnect
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "clientId",
    "timestamp",
    "eventType",
    "clientInitiatedDisconnect",
    "disconnectReason",
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
        long versionNumber) {

    private static final String PRINCIPAL = "anonymous";

    static PresenceEvent connected(String clientId, String session, String ipAddress, long version, long at) {
        return new PresenceEvent(clientId, at, "connected", session, PRINCIPAL, ipAddress, null, null, version);
    }

    static PresenceEvent disconnected(String clientId, String session, DisconnectReason reason, long version, long at) {
        boolean byClient = reason == DisconnectReason.CLIENT_INITIATED_DISCONNECT;
        return new PresenceEvent(clientId, at, "disconnected", session, PRINCIPAL, null, byClient, reason, version);
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
                versionNumber);
    }

    /** Whether the client id has a character that no topic may have; AWS publishes no events for such clients. */
    boolean hasWildcard() {
        return clientId.contains("#") || clientId.contains("+");
    }

    String topic() {
        return "$aws/events/presence/" + eventType + "/" + clientId;
    }
}
