package io.mainswatch.localaws.broker;

import io.mainswatch.shadow.RequestTopic;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
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
    static final String SHARED = "$share/";

    /** Messages for one rule, which only that rule hears. */
    private static final String BASIC_INGEST = "$aws/rules/";

    private ClientRules() {}

    static Optional<Violation> connect(String clientId) {
        if (clientId.startsWith("$")) {
            return error(Disconnect.PROTOCOL_ERROR, "the client id begins with $");
        }
        return clientId.getBytes(StandardCharsets.UTF_8).length > MAX_CLIENT_ID_BYTES
                ? error(Disconnect.PROTOCOL_ERROR, "the client id is longer than " + MAX_CLIENT_ID_BYTES + " bytes")
                : Optional.empty();
    }

    /** Of a message, and of the Last Will in a CONNECT. */
    public static Optional<Violation> publish(String topic, int qos, boolean retain, int payloadBytes) {
        if (qos < 0 || qos > MAX_QOS) {
            return qosNotOffered(qos);
        }
        if (payloadBytes > MAX_PAYLOAD) {
            return error(
                    Disconnect.PACKET_TOO_LARGE,
                    "a payload of " + payloadBytes + " bytes is above the limit of " + MAX_PAYLOAD);
        }
        if (topic.isEmpty() || topic.contains("#") || topic.contains("+")) {
            return error(Disconnect.TOPIC_NAME_INVALID, "'" + topic + "' is not a topic to publish to");
        }
        Optional<String> tooMuch = TopicLimits.complaint(topic);
        if (tooMuch.isPresent()) {
            return error(Disconnect.TOPIC_NAME_INVALID, tooMuch.get());
        }
        if (!topic.startsWith("$")) {
            return Optional.empty();
        }
        if (retain) {
            return error(
                    Disconnect.RETAIN_NOT_SUPPORTED,
                    "a message to the reserved topic " + topic + " must not be retained");
        }
        // The only reserved topics that clients have here are the shadow requests and Basic Ingest.
        return RequestTopic.parse(topic).isPresent() || topic.startsWith(BASIC_INGEST)
                ? Optional.empty()
                : forbidden("clients may not publish to the reserved topic " + topic);
    }

    static Optional<Violation> subscribe(String filter, int qos) {
        if (qos > MAX_QOS) {
            return qosNotOffered(qos);
        }
        Optional<String> tooMuch = TopicLimits.complaint(filter);
        if (tooMuch.isPresent()) {
            return error(Disconnect.TOPIC_FILTER_INVALID, tooMuch.get());
        }
        String topics = unshared(filter);
        return topics.startsWith("$") && !topics.startsWith("$aws/") || topics.startsWith(BASIC_INGEST)
                ? forbidden("clients may not subscribe to the reserved topics " + filter)
                : Optional.empty();
    }

    /** The filter without {@code $share/GROUP/}. */
    static String unshared(String filter) {
        return filter.startsWith(SHARED) ? filter.substring(filter.indexOf('/', SHARED.length()) + 1) : filter;
    }

    /** AWS leaves such a packet without an answer; a client that waits for one for ever learns less than from a close. */
    private static Optional<Violation> qosNotOffered(int qos) {
        return error(Disconnect.QOS_NOT_SUPPORTED, "QoS " + qos + " is not offered; use 0 or 1");
    }

    static Optional<Violation> error(Disconnect code, String what) {
        return Optional.of(new Violation(DisconnectReason.CLIENT_ERROR, code, what));
    }

    private static Optional<Violation> forbidden(String what) {
        return Optional.of(new Violation(DisconnectReason.AUTH_ERROR, Disconnect.NOT_AUTHORIZED, what));
    }

    /**
     * @param reason what the presence event will say
     * @param code what an MQTT 5 client is told
     * @param what for the log, without the client
     */
    public record Violation(DisconnectReason reason, Disconnect code, String what) {}
}
