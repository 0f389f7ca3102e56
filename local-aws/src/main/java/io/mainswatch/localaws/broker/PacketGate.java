package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.broker.ClientRules.Violation;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each packet before the broker does, and ends the connection of a client that breaks a rule. It runs before
 * authorisation, so it only ever refuses; what a message means is decided after it was routed ({@link SessionHooks}).
 */
final class PacketGate implements MQTTInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PacketGate.class);

    private final LiveConnections connections;

    PacketGate(LiveConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        LiveConnection live = connections.of(connection);
        Optional<Violation> violation = violation(packet, connection, live);
        violation.ifPresent(found -> {
            live.endsBecause(found.reason());
            Farewell.say(live, connection, found.code());
            LOG.warn("client {}: {}; connection closed", client(packet, connection), found.what());
        });
        if (violation.isEmpty() && packet.fixedHeader().messageType() == MqttMessageType.PUBLISH) {
            live.inbound().received(packet.fixedHeader().qosLevel(), connection);
        }
        return violation.isEmpty();
    }

    /** The connection knows its client only after the CONNECT. */
    private static String client(MqttMessage packet, RemotingConnection connection) {
        return packet instanceof MqttConnectMessage connect
                ? connect.payload().clientIdentifier()
                : connection.getClientID();
    }

    private Optional<Violation> violation(MqttMessage packet, RemotingConnection connection, LiveConnection live) {
        if (packet instanceof MqttConnectMessage connect) {
            return connect(connect, connection, live);
        }
        if (packet instanceof MqttPublishMessage publish) {
            return publish(publish, live);
        }
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe(subscribe, live);
        }
        if (packet instanceof MqttUnsubscribeMessage unsubscribe) {
            live.subscriptions()
                    .unsubscribe(
                            unsubscribe.variableHeader().messageId(),
                            List.copyOf(unsubscribe.payload().topics()));
        }
        if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
            live.endsBecause(DisconnectReason.CLIENT_INITIATED_DISCONNECT);
        }
        return Optional.empty();
    }

    private Optional<Violation> connect(
            MqttConnectMessage connect, RemotingConnection connection, LiveConnection live) {
        MqttConnectPayload payload = connect.payload();
        MqttConnectVariableHeader header = connect.variableHeader();
        if (!live.greet(header.version())) {
            return ClientRules.error(Disconnect.PROTOCOL_ERROR, "a second CONNECT on one connection");
        }
        PacketLimit.impose(connection);
        RetainedOnExactFilters.impose(connection);
        Optional<Violation> violation = ClientRules.connect(payload.clientIdentifier());
        if (violation.isEmpty() && header.isWillFlag()) {
            violation = ClientRules.publish(
                    payload.willTopic(), header.willQos(), header.isWillRetain(), payload.willMessageInBytes().length);
        }
        if (violation.isEmpty()) {
            connections
                    .holderOf(payload.clientIdentifier())
                    .filter(holder -> holder != live)
                    .ifPresent(holder -> holder.endsBecause(DisconnectReason.DUPLICATE_CLIENTID));
        }
        return violation;
    }

    private static Optional<Violation> publish(MqttPublishMessage publish, LiveConnection live) {
        return ClientRules.publish(
                live.topicOf(publish),
                publish.fixedHeader().qosLevel().value(),
                publish.fixedHeader().isRetain(),
                publish.payload().readableBytes());
    }

    private static Optional<Violation> subscribe(MqttSubscribeMessage subscribe, LiveConnection live) {
        MqttProperties properties = subscribe.idAndPropertiesVariableHeader().properties();
        if (properties.getProperty(MqttPropertyType.SUBSCRIPTION_IDENTIFIER.value()) != null) {
            return ClientRules.error(
                    Disconnect.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED, "subscription identifiers are not offered");
        }
        List<MqttTopicSubscription> topics = subscribe.payload().topicSubscriptions();
        return topics.stream()
                .flatMap(topic -> ClientRules.subscribe(
                        topic.topicFilter(), topic.qualityOfService().value())
                        .stream())
                .findFirst()
                .or(() -> live.subscriptions()
                        .subscribe(
                                subscribe.variableHeader().messageId(),
                                topics.stream()
                                        .map(MqttTopicSubscription::topicFilter)
                                        .toList()));
    }
}
