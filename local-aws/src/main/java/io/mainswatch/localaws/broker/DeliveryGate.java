package io.mainswatch.localaws.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps back what a client may not receive. Its connection stays: on AWS, too, {@code iot:Receive} is what takes
 * messages from a client that is subscribed already. The broker hears that they have arrived, else they would stay
 * queued for it.
 */
final class DeliveryGate implements MQTTInterceptor {

    private final LiveConnections connections;
    private final Gatekeeper gatekeeper;
    private final Expulsion expulsion;

    DeliveryGate(LiveConnections connections, Gatekeeper gatekeeper, Expulsion expulsion) {
        this.connections = connections;
        this.gatekeeper = gatekeeper;
        this.expulsion = expulsion;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (!(packet instanceof MqttPublishMessage publish)) {
            return true;
        }
        Optional<LiveConnection> live = connections.find(connection);
        Optional<Caller> caller = live.flatMap(LiveConnection::caller);
        if (caller.isEmpty()) {
            return true;
        }
        String topic = live.get().topicOfDelivery(publish);
        if (gatekeeper.may(caller.get(), Deed.RECEIVE, topic)) {
            return true;
        }
        if (LiveConnection.alias(publish) != null) {
            // Without this message the client would not know what topic the next one has.
            expulsion.expel(connection, live.get(), DisconnectReason.AUTH_ERROR, "may not receive " + topic);
        } else if (publish.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE) {
            acknowledge(publish.variableHeader().packetId(), connection);
        }
        publish.release();
        return false;
    }

    /** As if the client had; it takes the way of the client's packets, so that it is handled in turn. */
    private static void acknowledge(int packetId, RemotingConnection connection) {
        MqttPubAckMessage acknowledgement = new MqttPubAckMessage(
                new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packetId));
        Channel channel = Farewell.channel(connection);
        channel.eventLoop().execute(() -> channel.pipeline().fireChannelRead(acknowledgement));
    }
}
