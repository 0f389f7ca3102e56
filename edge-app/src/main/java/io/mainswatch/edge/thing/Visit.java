package io.mainswatch.edge.thing;

import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One short connection of the thing, with the client, the options and the link that the edge itself uses, and without
 * its patience: what fails is told at once, in an operator's words.
 */
public final class Visit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Trouble trouble;
    private final ThingClient client;

    /**
     * Connects and subscribes; a {@link VisitException} says why not.
     *
     * @param filter what to subscribe to
     * @param onMessage hears topic and content of each message, on the connection's thread
     */
    public Visit(ThingEndpoint endpoint, String filter, BiConsumer<String, byte[]> onMessage) throws VisitException {
        trouble = new Trouble(endpoint, InstantSource.system());
        try {
            client = new ThingClient(endpoint.uri(), endpoint.thing(), loss -> LOG.debug("The visit ends", loss));
            client.setCallback(new Listener(onMessage));
            client.subscribe(new String[] {filter}, new int[] {1}, new IMqttMessageListener[1]);
            client.connect(new ThingOptions(endpoint));
        } catch (MqttException e) {
            throw new VisitException(trouble.connecting(e), e);
        }
    }

    /** Publishes with QoS 1 and waits for the PUBACK. */
    public void publish(String topic, byte[] content) throws VisitException {
        MqttMessage message = new MqttMessage(content);
        message.setQos(1);
        try {
            client.publish(topic, message);
        } catch (MqttException e) {
            throw new VisitException(trouble.connecting(e), e);
        }
    }

    /** Says goodbye, so that nobody takes the end for a loss. */
    @Override
    public void close() {
        try {
            client.leave();
        } catch (MqttException e) {
            LOG.debug("The connection was gone already", e);
        }
    }

    private record Listener(BiConsumer<String, byte[]> onMessage) implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            onMessage.accept(topic, message.getPayload());
        }

        @Override
        public void connectionLost(Throwable cause) {
            LOG.debug("The visit's connection is lost", cause);
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            LOG.debug("Delivered {}", token);
        }
    }
}
