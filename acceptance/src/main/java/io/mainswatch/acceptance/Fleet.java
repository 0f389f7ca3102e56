package io.mainswatch.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Things that update their shadows as fast as they are answered, over one connection: each reports n, waits until that is
 * accepted, and reports n + 1. Beside them a subscriber with a persistent session hears of every change. Both remember what
 * they were told, across as many broker restarts as there are.
 */
public final class Fleet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MILLIS = 20_000;

    private final int port;
    private final int things;
    private final Map<String, Set<Integer>> accepted = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> heard = new ConcurrentHashMap<>();

    public Fleet(int port, int things) {
        this.port = port;
        this.things = things;
        for (int i = 0; i < things; i++) {
            accepted.put(name(i), ConcurrentHashMap.newKeySet());
            heard.put(name(i), ConcurrentHashMap.newKeySet());
        }
    }

    public static String name(int thing) {
        return "fleet-" + thing;
    }

    /** The last number that was accepted of the thing. */
    public int accepted(int thing) {
        return accepted.get(name(thing)).stream().max(Integer::compare).orElse(0);
    }

    /** How many were accepted, of all things. */
    public int accepted() {
        return accepted.values().stream().mapToInt(Set::size).sum();
    }

    /** Accepted numbers, by thing, of which the subscriber has not heard. */
    public Map<String, Set<Integer>> unheard() {
        Map<String, Set<Integer>> unheard = new TreeMap<>();
        accepted.forEach((thing, numbers) -> {
            Set<Integer> missing = new TreeSet<>(numbers);
            missing.removeAll(heard.get(thing));
            if (!missing.isEmpty()) {
                unheard.put(thing, missing);
            }
        });
        return unheard;
    }

    /** Connects and starts to update, each thing from the number that its shadow has now; ends when the broker does. */
    public AutoCloseable update(Map<String, Integer> stored) throws MqttException {
        MqttAsyncClient client = client("fleet");
        client.setCallback(new Hearing((topic, message) -> {
            JsonNode answer = json(message.getPayload());
            String thing = topic.split("/")[2];
            int n = answer.get("clientToken").asInt();
            if (topic.endsWith("/accepted")) {
                accepted.get(thing).add(n);
                report(client, thing, n + 1);
            } else {
                report(client, thing, n);
            }
        }));
        connect(client, true);
        client.subscribe(
                        new String[] {"$aws/things/+/shadow/update/accepted", "$aws/things/+/shadow/update/rejected"},
                        new int[] {1, 1})
                .waitForCompletion(PATIENCE_MILLIS);
        for (int i = 0; i < things; i++) {
            report(client, name(i), stored.getOrDefault(name(i), 0) + 1);
        }
        return () -> close(client);
    }

    private static void report(MqttAsyncClient client, String thing, int n) throws MqttException {
        byte[] update = ("{\"state\":{\"reported\":{\"n\":" + n + "}},\"clientToken\":\"" + n + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        client.publish("$aws/things/" + thing + "/shadow/update", update, 1, false);
    }

    /** The subscriber; its session lives on when it is closed or the broker dies. */
    public AutoCloseable listen() throws MqttException {
        MqttAsyncClient client = client("fleet-listener");
        client.setCallback(new Hearing((topic, message) -> heard.get(topic.split("/")[2])
                .add(json(message.getPayload()).at("/current/state/reported/n").asInt())));
        connect(client, false);
        client.subscribe("$aws/things/+/shadow/update/documents", 1).waitForCompletion(PATIENCE_MILLIS);
        return () -> close(client);
    }

    private MqttAsyncClient client(String id) throws MqttException {
        return new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
    }

    private static void connect(MqttAsyncClient client, boolean clean) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(clean);
        options.setMaxInflight(1_000);
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
    }

    private static void close(MqttAsyncClient client) throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 100);
        }
        client.close(true);
    }

    /** A callback set before the connection: what a session has waiting comes before any subscription is renewed. */
    private record Hearing(IMqttMessageListener listener) implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            listener.messageArrived(topic, message);
        }

        @Override
        public void connectionLost(Throwable cause) {
            // The broker was killed, which is what this is for.
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // The answer of the shadow service is what counts.
        }
    }

    private static JsonNode json(byte[] payload) {
        try {
            return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + new String(payload, StandardCharsets.UTF_8), e);
        }
    }
}
