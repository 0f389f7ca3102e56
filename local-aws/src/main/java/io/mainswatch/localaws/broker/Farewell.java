package io.mainswatch.localaws.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** The last word to a client whose connection is about to be closed: MQTT 5 has one, with the reason in it. */
final class Farewell {

    private Farewell() {}

    /** Says it, if the client has been let in and would understand. */
    static void say(LiveConnection live, RemotingConnection connection, Disconnect code) {
        if (live.speaksMqtt5() && live.session().isPresent()) {
            channel(connection)
                    .writeAndFlush(MqttMessageBuilders.disconnect()
                            .reasonCode(code.byteValue())
                            .build());
        }
    }

    /** The socket below Artemis's connection. */
    static Channel channel(RemotingConnection connection) {
        return ((NettyConnection) connection.getTransportConnection()).getNettyChannel();
    }
}
