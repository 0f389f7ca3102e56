package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttQoS;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * The messages of one client that have no PUBACK yet. AWS takes 100 and no more until one is acknowledged (general
 * reference, quotas); here the rest waits in the socket. An MQTT 5 client is told the number when it connects.
 */
final class InboundWindow {

    static final int MAX_UNACKNOWLEDGED = 100;

    private int unacknowledged;

    /** A PUBLISH has come. */
    synchronized void received(MqttQoS qos, RemotingConnection connection) {
        if (qos == MqttQoS.AT_LEAST_ONCE && ++unacknowledged == MAX_UNACKNOWLEDGED) {
            connection.getTransportConnection().setAutoRead(false);
        }
    }

    /** A PUBACK goes out. */
    synchronized void acknowledged(RemotingConnection connection) {
        if (--unacknowledged == MAX_UNACKNOWLEDGED - 1) {
            connection.getTransportConnection().setAutoRead(true);
        }
    }
}
