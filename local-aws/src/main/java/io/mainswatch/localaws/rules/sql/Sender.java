package io.mainswatch.localaws.rules.sql;

import java.util.Optional;

/**
 * Who has published a message.
 *
 * @param clientId the MQTT client id
 * @param principal the id of its certificate, or what stands for a client without one; empty if it has not come by MQTT
 */
public record Sender(String clientId, Optional<String> principal) {

    /** None of the MQTT clients; what AWS gives for the client id then. */
    public static final Sender NO_CLIENT = new Sender("N/A", Optional.empty());

    /** A client on one of the MQTT ports. */
    public static Sender client(String clientId, String principal) {
        return new Sender(clientId, Optional.of(principal));
    }

    boolean isMqttClient() {
        return principal.isPresent();
    }
}
