package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.faults.BrokerFault.DeliverTwice;
import io.mainswatch.localaws.faults.BrokerFault.WithholdPuback;
import io.mainswatch.localaws.faults.Faults;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Looks at each packet on its way to a client: withholds acknowledgements, and repeats messages, when a fault says so. */
final class PacketFaults implements MQTTInterceptor {

    /** The original is written after this hook, by another thread; a repetition comes after that. */
    private static final long AFTER_THE_ORIGINAL_MILLIS = 20;

    private final Faults faults;

    PacketFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        MqttMessageType type = packet.fixedHeader().messageType();
        if (type == MqttMessageType.PUBACK) {
            return faults.strike(WithholdPuback.class, connection.getClientID()).isEmpty();
        }
        if (packet instanceof MqttPublishMessage publish
                && publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE
                && faults.strike(DeliverTwice.class, connection.getClientID()).isPresent()) {
            repeat(publish, ((NettyConnection) connection.getTransportConnection()).getNettyChannel());
        }
        return true;
    }

    /** With the same packet id and DUP, as a broker that has missed the acknowledgement; Artemis overlooks the second. */
    private static void repeat(MqttPublishMessage publish, Channel channel) {
        MqttFixedHeader header = publish.fixedHeader();
        MqttFixedHeader again = new MqttFixedHeader(
                MqttMessageType.PUBLISH, true, header.qosLevel(), header.isRetain(), header.remainingLength());
        MqttPublishMessage copy = new MqttPublishMessage(
                again, publish.variableHeader(), publish.payload().copy());
        channel.eventLoop()
                .schedule(() -> channel.writeAndFlush(copy), AFTER_THE_ORIGINAL_MILLIS, TimeUnit.MILLISECONDS);
    }
}
