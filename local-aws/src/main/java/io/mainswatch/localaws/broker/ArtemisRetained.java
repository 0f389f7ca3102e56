package io.mainswatch.localaws.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

/** Artemis's own store of retained messages: a queue for each topic, with the topic's last message in it. */
final class ArtemisRetained implements RetainedMessages {

    private final ActiveMQServer server;
    private final WildcardConfiguration wildcards;

    ArtemisRetained(ActiveMQServer server) {
        this.server = server;
        this.wildcards = server.getConfiguration().getWildcardConfiguration();
    }

    @Override
    public Optional<RetainedMessage> find(String topic) {
        return Optional.ofNullable(server.locateQueue(queue(topic)))
                .flatMap(ArtemisRetained::last)
                .map(message -> read(topic, message));
    }

    @Override
    public List<RetainedMessage> list(String after, int limit) {
        return topics().filter(topic -> topic.compareTo(after) > 0)
                .sorted()
                .flatMap(topic -> find(topic).stream())
                .limit(limit)
                .toList();
    }

    private Stream<String> topics() {
        return server.getPostOffice().getAddresses().stream()
                .map(SimpleString::toString)
                .filter(address -> address.startsWith(MQTTUtil.MQTT_RETAIN_ADDRESS_PREFIX))
                .map(address -> MQTTUtil.getMqttTopicFromCoreAddress(
                        address.substring(MQTTUtil.MQTT_RETAIN_ADDRESS_PREFIX.length()), wildcards));
    }

    /** The new one is on the disk before the old one leaves it: the last of two counts. */
    @Override
    public void keep(String topic, byte[] payload, Qos qos) {
        try {
            Queue queue = server.locateQueue(queue(topic));
            if (queue == null) {
                queue = server.createQueue(QueueConfiguration.of(queue(topic)).setAutoCreated(true));
            }
            List<Message> replaced = messages(queue);
            if (payload.length > 0) {
                add(topic, payload, qos, queue);
            }
            for (Message old : replaced) {
                queue.deleteReference(old.getMessageID());
            }
            server.getStorageManager().waitOnOperations();
        } catch (Exception e) {
            throw new IllegalStateException("The broker could not keep a message for " + topic, e);
        }
    }

    private void add(String topic, byte[] payload, Qos qos, Queue queue) throws Exception {
        CoreMessage message = CoreMessages.of(server, topic, payload, qos);
        message.putBooleanProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY, true);
        message.setTimestamp(System.currentTimeMillis());
        message.setDurable(true);
        MQTTUtil.sendMessageDirectlyToQueue(server.getStorageManager(), server.getPostOffice(), message, queue, null);
        server.getStorageManager().waitOnOperations();
    }

    private String queue(String topic) {
        return MQTTUtil.getCoreRetainAddressFromMqttTopic(topic, wildcards);
    }

    private static Optional<Message> last(Queue queue) {
        List<Message> messages = messages(queue);
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    private static List<Message> messages(Queue queue) {
        List<Message> found = new ArrayList<>();
        try (LinkedListIterator<MessageReference> messages = queue.browserIterator()) {
            while (messages.hasNext()) {
                found.add(messages.next().getMessage());
            }
        }
        return found;
    }

    private static RetainedMessage read(String topic, Message message) {
        Qos qos = Qos.values()[message.getIntProperty(MQTTUtil.MQTT_QOS_LEVEL_KEY)];
        return new RetainedMessage(
                topic, CoreMessages.payload(message), qos, Instant.ofEpochMilli(message.getTimestamp()));
    }
}
