package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gate that lets nothing through when it fails. Artemis would write a line and let the packet pass. */
record FailClosed(MQTTInterceptor gate) implements MQTTInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(FailClosed.class);

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        try {
            return gate.intercept(packet, connection);
        } catch (Exception e) {
            LOG.error(
                    "{} could not judge a {}, which does not pass",
                    gate.getClass().getSimpleName(),
                    packet.fixedHeader().messageType(),
                    e);
            return false;
        }
    }
}
