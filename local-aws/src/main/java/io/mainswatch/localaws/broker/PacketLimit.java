package io.mainswatch.localaws.broker;

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

    /** To be called on the connection's own thread, where the packets are decoded. */
    static void impose(RemotingConnection connection) {
        Farewell.channel(connection)
                .pipeline()
                .replace(MqttDecoder.class, PacketLimit.class.getName(), new MqttDecoder(MAX_PACKET));
    }
}
