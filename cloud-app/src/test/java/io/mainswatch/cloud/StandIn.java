package io.mainswatch.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;

/** A real stand-in for AWS, with what a test does to it: things, shadows, plain messages, and reading the mails. */
public final class StandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalAws aws;
    private final MqttClient device;

    private StandIn(LocalAws aws, MqttClient device) {
        this.aws = aws;
        this.device = device;
    }

    /** Starts on free ports. */
    public static StandIn start(Path data) throws MqttException {
        return start(data, 0, 0);
    }

    public static StandIn start(Path data, int mqttPort, int httpPort) throws MqttException {
        LocalAws aws = LocalAws.builder()
                .data(data)
                .mqttPort(mqttPort)
                .mqttsPort(0)
                .httpPort(httpPort)
                .start();
        MqttClient device = new MqttClient("tcp://127.0.0.1:" + aws.mqttPort(), "test-device", new MemoryPersistence());
        device.connect();
        return new StandIn(aws, device);
    }

    /** The keys that make the cloud app use this stand-in. */
    public Map<String, String> keys() {
        return Map.of(
                CloudSettings.PORT, Integer.toString(mqttPort()),
                CloudSettings.AWS_ENDPOINT, aws.httpEndpoint().toString());
    }

    public int mqttPort() {
        return aws.mqttPort();
    }

    public int httpPort() {
        return aws.httpPort();
    }

    public void createThing(String name, Map<String, String> attributes) {
        try (IotClient iot = IotClient.builder()
                .endpointOverride(aws.httpEndpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build()) {
            iot.createThing(
                    request -> request.thingName(name).attributePayload(payload -> payload.attributes(attributes)));
        }
    }

    /** Updates a classic shadow as a device does. */
    public void report(String thing, String reported) throws MqttException {
        publish("$aws/things/" + thing + "/shadow/update", "{\"state\":{\"reported\":" + reported + "}}");
    }

    public void publish(String topic, String payload) throws MqttException {
        device.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    /** All mails with their text, oldest first. */
    public List<Mail> mails() throws IOException, InterruptedException {
        List<Mail> mails = new ArrayList<>();
        for (JsonNode entry : get("/_console/api/mails")) {
            JsonNode mail = get("/_console/api/mails/" + entry.path("id").asText());
            mails.add(
                    0,
                    new Mail(
                            entry.path("to").path(0).asText(),
                            entry.path("subject").asText(),
                            mail.path("text").asText(),
                            mail.path("html").asText()));
        }
        return mails;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(aws.httpEndpoint() + path)).build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws MqttException {
        device.disconnectForcibly(0, 0, false);
        device.close(true);
        aws.close();
    }

    /** A mail in the inbox of the stand-in. */
    public record Mail(String to, String subject, String text, String html) {}
}
