package io.mainswatch.localaws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** An MQTT 3.1.1 client that remembers what it hears. */
public final class MqttProbe implements AutoCloseable, MqttCallback {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MqttClient client;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    public record Heard(String topic, byte[] payload) {

        public JsonNode json() {
            try {
                return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON on " + topic, e);
            }
        }
    }

    private MqttProbe(MqttClient client) {
        this.client = client;
        client.setCallback(this);
    }

    public static MqttProbe connect(LocalAws aws, String clientId) throws MqttException {
        return connect(aws, clientId, new MqttConnectOptions());
    }

    public static MqttProbe connect(LocalAws aws, String clientId, MqttConnectOptions options) throws MqttException {
        return connect("tcp://127.0.0.1:" + aws.mqttPort(), clientId, options);
    }

    public static MqttProbe connect(String url, String clientId, MqttConnectOptions options) throws MqttException {
        MqttProbe probe = new MqttProbe(new MqttClient(url, clientId, new MemoryPersistence()));
        probe.client.setTimeToWait(10_000);
        probe.client.connect(options);
        return probe;
    }

    public MqttProbe listen(String filter) throws MqttException {
        client.subscribe(filter, 1);
        return this;
    }

    public void publish(String topic, String payload) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    public MqttClient client() {
        return client;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<Heard> heardOn(String topic) {
        return heard.stream().filter(message -> message.topic().equals(topic)).toList();
    }

    /** The first message on the topic, once it is there. */
    public JsonNode next(String topic) {
        await("a message on " + topic)
                .atMost(10, SECONDS)
                .until(() -> !heardOn(topic).isEmpty());
        return heardOn(topic).get(0).json();
    }

    /** Waits until the broker has hung up. */
    public void awaitClosed() {
        await("the connection is closed").atMost(10, SECONDS).until(() -> !client.isConnected());
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.add(new Heard(topic, message.getPayload()));
    }

    @Override
    public void connectionLost(Throwable cause) {
        // client.isConnected() tells the tests.
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // Publishing waits for its own acknowledgement.
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(1_000);
        }
        client.close(true);
    }
}
