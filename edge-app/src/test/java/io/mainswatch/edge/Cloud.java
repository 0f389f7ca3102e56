package io.mainswatch.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** What the cloud sees of one thing: every version of its shadow, in order, and its presence. */
final class Cloud implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shadow;
    private final String updates;
    private final MqttClient client;
    private final List<JsonNode> reports = new CopyOnWriteArrayList<>();
    private final List<JsonNode> presence = new CopyOnWriteArrayList<>();
    private final List<JsonNode> rejections = new CopyOnWriteArrayList<>();

    Cloud(LocalAws aws, String thing) throws MqttException {
        shadow = aws.httpEndpoint().resolve("/things/" + thing + "/shadow");
        updates = "$aws/things/" + thing + "/shadow/update";
        client = new MqttClient("tcp://127.0.0.1:" + aws.mqttPort(), "cloud-of-" + thing, new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        client.connect(options);
        client.subscribe(
                "$aws/things/" + thing + "/shadow/update/documents",
                1,
                (topic, message) ->
                        reports.add(JSON.readTree(message.getPayload()).at("/current/state/reported")));
        client.subscribe(
                updates + "/rejected", 1, (topic, message) -> rejections.add(JSON.readTree(message.getPayload())));
        client.subscribe(
                "$aws/events/presence/+/" + thing,
                1,
                (topic, message) -> presence.add(JSON.readTree(message.getPayload())));
    }

    /** The reported state after each update, oldest first. */
    List<JsonNode> reports() {
        return reports;
    }

    /** The event numbers reported, oldest first, repeats left out. */
    List<Long> events() {
        return reports.stream()
                .map(report -> report.at("/event/seq").asLong())
                .distinct()
                .toList();
    }

    /** The shadow service's refusals of updates, oldest first. */
    List<JsonNode> rejections() {
        return rejections;
    }

    List<JsonNode> presence() {
        return presence;
    }

    /** The reported state that the shadow has now; missing before the first report. */
    JsonNode reported() {
        try {
            HttpRequest get = HttpRequest.newBuilder(shadow).GET().build();
            return JSON.readTree(
                            http.send(get, HttpResponse.BodyHandlers.ofString()).body())
                    .at("/state/reported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a client that gives no token does it. */
    void desire(String json) throws MqttException {
        client.publish(updates, ("{\"state\":{\"desired\":" + json + "}}").getBytes(StandardCharsets.UTF_8), 1, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }
}
