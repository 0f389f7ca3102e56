package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.remoting.server.impl.RemotingServiceImpl;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * What a client is given with its CONNACK: the subscriptions that its session has kept, a keep-alive that is not shorter
 * than AWS's shortest, and AWS's limits. Only MQTT 5 has words for the last two; for an MQTT 3.1.1 client they hold all
 * the same. Keep-alives that are too long are Artemis's to cut ({@link ArtemisConfiguration}).
 */
final class Welcome {

    private static final int MAX_QOS = 1;
    private static final int NO = 0;

    private final MQTTStateManager sessions;
    private final RemotingServiceImpl sockets;
    private final Duration shortestKeepAlive;

    /** @param shortestKeepAlive whole seconds; who asks for less gets this */
    Welcome(MQTTStateManager sessions, RemotingServiceImpl sockets, Duration shortestKeepAlive) {
        this.sessions = sessions;
        this.sockets = sockets;
        this.shortestKeepAlive = shortestKeepAlive;
    }

    void prepare(MqttConnAckMessage connAck, RemotingConnection connection, LiveConnection live) {
        Optional.ofNullable(sessions.getSessionStates().get(connection.getClientID()))
                .ifPresent(session -> restore(session, live));
        boolean lengthened = lengthenKeepAlive(sockets.getConnectionEntry(connection.getID()));
        if (live.speaksMqtt5()) {
            MqttProperties properties = connAck.variableHeader().properties();
            announce(properties, MqttPropertyType.MAXIMUM_QOS, MAX_QOS);
            announce(properties, MqttPropertyType.RECEIVE_MAXIMUM, InboundWindow.MAX_UNACKNOWLEDGED);
            announce(properties, MqttPropertyType.SUBSCRIPTION_IDENTIFIER_AVAILABLE, NO);
            if (lengthened) {
                announce(properties, MqttPropertyType.SERVER_KEEP_ALIVE, (int) shortestKeepAlive.toSeconds());
            }
        }
    }

    private static void restore(MQTTSessionState session, LiveConnection live) {
        live.subscriptions()
                .restore(session.getSubscriptions().stream()
                        .map(MqttTopicSubscription::topicFilter)
                        .toList());
    }

    /** A client is cut off after one and a half keep-alives, in milliseconds, which Artemis has set by now. */
    private boolean lengthenKeepAlive(ConnectionEntry socket) {
        long shortest = shortestKeepAlive.toMillis() * 3 / 2;
        if (socket == null || socket.ttl <= 0 || socket.ttl >= shortest) {
            return false;
        }
        socket.ttl = shortest;
        return true;
    }

    private static void announce(MqttProperties properties, MqttPropertyType what, int value) {
        properties.add(new IntegerProperty(what.value(), value));
    }
}
