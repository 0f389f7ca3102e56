package io.mainswatch.localaws.broker;

import io.mainswatch.shadow.RequestTopic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What AWS IoT Core lets a client do (developer guide, "Reserved topics", "MQTT"; general reference, quotas). Each
 * method answers with the violation, or empty. A violation ends the connection.
 */
public final class ClientRules {

    /** Largest payload of a PUBLISH in bytes. */
    static final int MAX_PAYLOAD = 128 * 1024;

    private static final int MAX_CLIENT_ID_BYTES = 128;
    private static final int MAX_QOS = 1;

    /** Messages for one rule, which only that rule hears. */
    private static final String BASIC_INGEST = "$aws/rules/";

    private ClientRules() {}

    static Optional<Violation> connect(String clientId) {
        if (clientId.startsWith("$")) {
            return error("the client id begins with $");
        }
        return clientId.getBytes(StandardCharsets.UTF_8).length > MAX_CLIENT_ID_BYTES
                ? error("the client id is longer than " + MAX_CLIENT_ID_BYTES + " bytes")
                : Optional.empty();
    }

    /** Of a message, and of the Last Will in a CONNECT. */
    public static Optional<Violation> publish(String topic, int qos, boolean retain, int payloadBytes) {
        if (qos < 0 || qos > MAX_QOS) {
            return error("QoS " + qos + " is not offered; use 0 or 1");
        }
        if (payloadBytes > MAX_PAYLOAD) {
            return error("a payload of " + payloadBytes + " bytes is above the limit of " + MAX_PAYLOAD);
        }
        if (topic.isEmpty() || topic.contains("#") || topic.contains("+")) {
            return error("'" + topic + "' is not a topic to publish to");
        }
        if (!topic.startsWith("$")) {
            return Optional.empty();
        }
        if (retain) {
            return error("a message to the reserved topic " + topic + " must not be retained");
        }
        // The only reserved topics that clients have here are the shadow requests and Basic Ingest.
        return RequestTopic.parse(topic).isPresent() || topic.startsWith(BASIC_INGEST)
                ? Optional.empty()
                : forbidden("clients may not publish to the reserved topic " + topic);
    }

    static Optional<Violation> subscribe(String filter) {
        String shared = "$share/";
        String topics = filter.startsWith(shared) ? filter.substring(filter.indexOf('/', shared.length()) + 1) : filter;
        return topics.startsWith("$") && !topics.startsWith("$aws/") || topics.startsWith(BASIC_INGEST)
                ? forbidden("clients may not subscribe to the reserved topics " + filter)
                : Optional.empty();
    }

    private static Optional<Violation> error(String what) {
        return Optional.of(new Violation(DisconnectReason.CLIENT_ERROR, what));
    }

    private static Optional<Violation> forbidden(String what) {
        return Optional.of(new Violation(DisconnectReason.AUTH_ERROR, what));
    }

    /**
     * @param reason what the presence event will say
     * @param what for the log, without the client
     */
    public record Violation(DisconnectReason reason, String what) {}
}
