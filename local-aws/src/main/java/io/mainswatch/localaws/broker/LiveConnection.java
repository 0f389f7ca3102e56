package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What we know of one open socket while it is open: its version of MQTT, its topic aliases, its session and what that is
 * subscribed to, and why it is about to end.
 */
final class LiveConnection {

    private final Map<Integer, String> aliases = new ConcurrentHashMap<>();
    private final Map<Integer, String> deliveryAliases = new ConcurrentHashMap<>();
    private final AtomicReference<Caller> caller = new AtomicReference<>();
    private final AtomicReference<DisconnectReason> reason = new AtomicReference<>();
    private final AtomicReference<ClientSession> session = new AtomicReference<>();
    private final AtomicReference<Integer> protocolLevel = new AtomicReference<>();
    private volatile boolean hungUp;
    private final Subscriptions subscriptions = new Subscriptions();
    private final InboundWindow inbound = new InboundWindow();

    /** Notes the MQTT version that the CONNECT names; false if there has been a CONNECT before. */
    boolean greet(int level) {
        return protocolLevel.compareAndSet(null, level);
    }

    boolean speaksMqtt5() {
        return Optional.ofNullable(protocolLevel.get())
                .filter(level -> level >= MqttVersion.MQTT_5.protocolLevel())
                .isPresent();
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    InboundWindow inbound() {
        return inbound;
    }

    /** The topic of a PUBLISH: an MQTT 5 client may send a number in its place once it has sent both. */
    String topicOf(MqttPublishMessage publish) {
        return resolve(publish, aliases);
    }

    /** As {@link #topicOf}, for what the client is sent; the broker counts its own aliases. */
    String topicOfDelivery(MqttPublishMessage publish) {
        return resolve(publish, deliveryAliases);
    }

    private static String resolve(MqttPublishMessage publish, Map<Integer, String> known) {
        String topic = publish.variableHeader().topicName();
        Integer alias = alias(publish);
        if (alias == null) {
            return topic;
        }
        if (topic.isEmpty()) {
            return known.getOrDefault(alias, "");
        }
        known.put(alias, topic);
        return topic;
    }

    /** The topic alias in an MQTT 5 message, or null. */
    static Integer alias(MqttPublishMessage publish) {
        MqttProperty<?> alias = publish.variableHeader().properties().getProperty(MqttPropertyType.TOPIC_ALIAS.value());
        return alias == null ? null : (Integer) alias.value();
    }

    /** Notes who it is by its certificate; false if that was known before, since a client may say so only once. */
    boolean identify(Caller who) {
        return caller.compareAndSet(null, who);
    }

    /** Who it is by its certificate; nobody on the plain port. */
    Optional<Caller> caller() {
        return Optional.ofNullable(caller.get());
    }

    /** Notes why it ends; the first to say so is right, since one cause brings others with it. */
    void endsBecause(DisconnectReason why) {
        reason.compareAndSet(null, why);
    }

    /** Notes that Artemis ends it while the socket is still open: it got something that it could not take. */
    void hangsUp() {
        hungUp = true;
    }

    /** Whether Artemis ended it and nobody has said why. */
    boolean isUnexplained() {
        return hungUp && reason.get() == null;
    }

    /** Why it ended; a connection that just broke has nobody to say so, and one that Artemis ended neither. */
    DisconnectReason reason() {
        return Optional.ofNullable(reason.get())
                .orElse(isUnexplained() ? DisconnectReason.CLIENT_ERROR : DisconnectReason.CONNECTION_LOST);
    }

    void letIn(ClientSession in) {
        session.set(in);
    }

    /** The session of a client that has been let in and has not ended. */
    Optional<ClientSession> session() {
        return Optional.ofNullable(session.get());
    }

    /** The session of a client that has been let in, to be ended; only the first who asks gets it. */
    Optional<ClientSession> endSession() {
        return Optional.ofNullable(session.getAndSet(null));
    }
}
