package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the gatekeeper for what Artemis would not ask, or too late: a CONNECT with its Last Will before it can take over
 * another's client id; each SUBSCRIBE, also of a filter that is subscribed already; a RETAIN. What is published is asked
 * by {@link CertificateDoor}, for the address that Artemis will route it to. Clients of the plain port pass.
 */
final class CertificateGate implements MQTTInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateGate.class);

    /** Artemis takes what follows as the name of a queue, and subscribes to what comes before. */
    private static final String QUEUE_MARK = "::";

    private final LiveConnections connections;
    private final Gatekeeper gatekeeper;
    private final BrokerListener listener;

    CertificateGate(LiveConnections connections, Gatekeeper gatekeeper, BrokerListener listener) {
        this.connections = connections;
        this.gatekeeper = gatekeeper;
        this.listener = listener;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        LiveConnection live = connections.of(connection);
        if (packet instanceof MqttConnectMessage connect) {
            X509Certificate[] certificates = CertificateUtil.getCertsFromConnection(connection);
            return certificates == null || connect(connect, certificates[0], connection, live);
        }
        Optional<String> refusal = live.caller().flatMap(caller -> refusal(packet, caller, live));
        refusal.ifPresent(what -> {
            live.endsBecause(DisconnectReason.AUTH_ERROR);
            Farewell.say(live, connection, Disconnect.NOT_AUTHORIZED);
            LOG.warn("client {}: {}; connection closed", connection.getClientID(), what);
        });
        return refusal.isEmpty();
    }

    private boolean connect(
            MqttConnectMessage connect,
            X509Certificate certificate,
            RemotingConnection connection,
            LiveConnection live) {
        String clientId = connect.payload().clientIdentifier();
        Caller caller = new Caller(gatekeeper.principal(certificate), clientId);
        // First known, then judged: whatever changes meanwhile is seen by one or by the other.
        if (!live.identify(caller)) {
            live.endsBecause(DisconnectReason.CLIENT_ERROR);
            LOG.warn("client {}: a second CONNECT; connection closed", clientId);
            return false;
        }
        Optional<String> refusal = refusal(connect, caller);
        refusal.ifPresent(what -> {
            LOG.warn("client {} with certificate {}: {}; not connected", clientId, caller.principal(), what);
            sayNotAuthorized(connect, connection);
            listener.refused(new ClientSession(
                    clientId,
                    UUID.randomUUID().toString(),
                    SessionHooks.ipAddress(connection.getRemoteAddress()),
                    caller.principal()));
        });
        return refusal.isEmpty();
    }

    /** An MQTT 5 client is told; for the others AWS just closes the connection. */
    private static void sayNotAuthorized(MqttConnectMessage connect, RemotingConnection connection) {
        if (connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel()) {
            Farewell.channel(connection)
                    .writeAndFlush(MqttMessageBuilders.connAck()
                            .returnCode(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5)
                            .properties(MqttProperties.NO_PROPERTIES)
                            .build());
        }
    }

    private Optional<String> refusal(MqttConnectMessage connect, Caller caller) {
        if (!gatekeeper.may(caller, Deed.CONNECT, caller.clientId())) {
            return Optional.of("its certificate is not active, or no policy of it allows this client id");
        }
        if (!connect.variableHeader().isWillFlag()) {
            return Optional.empty();
        }
        String topic = connect.payload().willTopic();
        if (!gatekeeper.may(caller, Deed.PUBLISH, topic)) {
            return Optional.of("may not publish its Last Will to " + topic);
        }
        return connect.variableHeader().isWillRetain() ? retain(caller, topic) : Optional.empty();
    }

    private Optional<String> refusal(MqttMessage packet, Caller caller, LiveConnection live) {
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .map(MqttTopicSubscription::topicFilter)
                    .flatMap(filter -> subscribe(caller, filter).stream())
                    .findFirst();
        }
        if (packet instanceof MqttPublishMessage publish
                && publish.fixedHeader().isRetain()) {
            return retain(caller, live.topicOf(publish));
        }
        return Optional.empty();
    }

    private Optional<String> subscribe(Caller caller, String filter) {
        String topics = ClientRules.unshared(filter);
        return topics.contains(QUEUE_MARK) || !gatekeeper.may(caller, Deed.SUBSCRIBE, topics)
                ? Optional.of("may not subscribe to " + filter)
                : Optional.empty();
    }

    private Optional<String> retain(Caller caller, String topic) {
        return gatekeeper.may(caller, Deed.RETAIN, topic)
                ? Optional.empty()
                : Optional.of("may not retain a message to " + topic);
    }
}
