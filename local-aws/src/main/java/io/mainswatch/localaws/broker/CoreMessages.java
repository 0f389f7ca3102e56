package io.mainswatch.localaws.broker;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** MQTT messages in the form that Artemis carries them. */
final class CoreMessages {

    private static final int ROOM_FOR_HEADERS = 64;

    private CoreMessages() {}

    static CoreMessage of(ActiveMQServer server, String topic, byte[] payload, Qos qos) {
        CoreMessage message =
                new CoreMessage(server.getStorageManager().generateID(), payload.length + ROOM_FOR_HEADERS);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(qos != Qos.AT_MOST_ONCE);
        message.setRoutingType(RoutingType.MULTICAST);
        message.setAddress(MQTTUtil.getCoreAddressFromMqttTopic(
                topic, server.getConfiguration().getWildcardConfiguration()));
        message.putIntProperty(MQTTUtil.MQTT_QOS_LEVEL_KEY, qos.ordinal());
        message.getBodyBuffer().writeBytes(payload);
        return message;
    }

    /** The payload, ours to keep. */
    static byte[] payload(Message message) {
        ActiveMQBuffer body = message.toCore().getReadOnlyBodyBuffer();
        byte[] payload = new byte[body.readableBytes()];
        body.readBytes(payload);
        return payload;
    }
}
