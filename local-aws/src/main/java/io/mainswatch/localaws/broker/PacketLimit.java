package io.mainswatch.localaws.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * How large any packet of a connected client may be. Artemis decodes up to 256 MB, which it first gathers in memory, and
 * holds only MQTT 5 clients to less; so a connected client gets a decoder that gathers no more than AWS takes, and calls
 * the rest malformed.
 */
final class PacketLimit {

    /** What AWS announces in its CONNACK, in bytes: the largest payload, with room for topic and properties. */
    static final int MAX_PACKET = 146 * 1024;

    private PacketLimit() {}

    /**
     * Takes effect once the packet that is being read has been passed on: the new decoder begins with the bytes that the
     * old one has left, and what is in them must not overtake that packet.
     */
    static void impose(RemotingConnection connection) {
        Channel channel = Farewell.channel(connection);
        channel.eventLoop().execute(() -> {
            // A connection that has ended meanwhile has no decoder any more.
            if (channel.pipeline().get(MqttDecoder.class) != null) {
                channel.pipeline().replace(MqttDecoder.class, null, new MqttDecoder(MAX_PACKET));
            }
        });
    }
}
