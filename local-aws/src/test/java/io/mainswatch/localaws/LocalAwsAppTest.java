package io.mainswatch.localaws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.ses.SesProbe;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The program as an operator runs it: a process of its own. */
class LocalAwsAppTest {

    private static final Pattern READY =
            Pattern.compile("ready: MQTT on port (\\d+), AWS services at (http://\\S+), .*");

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aKilledProcessHasLostNothingThatItAccepted() throws Exception {
        Process first = run("0", "0");
        int accepted =
                updateUntilKilled(first, Integer.parseInt(awaitReady(first).group(1)));

        Process second = run("0", "0");
        String things = get(awaitReady(second).group(2) + "/_console/api/things");

        assertThat(accepted).isPositive();
        Matcher stored = Pattern.compile("\"reported\":\\{\"n\":(\\d+)}").matcher(things);
        assertThat(stored.find()).isTrue();
        assertThat(Integer.parseInt(stored.group(1))).isGreaterThanOrEqualTo(accepted);
    }

    @Test
    void aKilledProcessDeliversTheMailThatItTookWhenItIsBack() throws Exception {
        Process first = run("0", "0");
        String endpoint = awaitReady(first).group(2);
        put(endpoint + "/_faults/ses-delay", "{\"delay\":\"1s\"}");
        try (SesClient ses = AwsClients.ses(URI.create(endpoint))) {
            SesProbe.send(ses, "ada@example.org");
        }
        first.destroyForcibly().waitFor();

        String mails = awaitReady(run("0", "0")).group(2) + "/_console/api/mails";
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(get(mails))
                        .containsSubsequence("\"Send\"", "\"DeliveryDelay\"", "\"Delivery\"", "ada@example.org"));
    }

    @Test
    void aKilledProcessStillHasEveryMessageThatItsQueuesTook() throws Exception {
        Process first = run("0", "0", "--sqs-port", "0");
        try (SqsClient sqs = sqs(first)) {
            String queue = sqs.createQueue(r -> r.queueName("kept")).queueUrl();
            IntStream.range(0, 10)
                    .forEach(n -> sqs.sendMessage(r -> r.queueUrl(queue).messageBody("message " + n)));
        }
        first.destroyForcibly().waitFor();

        Process second = run("0", "0", "--sqs-port", "0");
        try (SqsClient sqs = sqs(second)) {
            String queue = sqs.getQueueUrl(r -> r.queueName("kept")).queueUrl();
            assertThat(sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                            .messages())
                    .extracting(Message::body)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 10).mapToObj(n -> "message " + n).toList());
        }
    }

    @Test
    void itEndsCleanlyAndWithoutAWordWhenItIsToldTo() throws Exception {
        Process process = run("0", "0");
        MqttClient client = client(awaitReady(process).group(1), "cabin");
        try {
            client.connect();
            client.subscribe("$aws/things/cabin/shadow/#", 1);

            process.destroy();

            assertThat(process.waitFor(10, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(errors(process)).isEmpty();
            assertThat(output(process)).singleElement().asString().startsWith("ready: ");
        } finally {
            client.close(true);
        }
    }

    @Test
    void aTakenPortIsOneClearLineAndExitCodeTwo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process process = run("0", String.valueOf(taken.getLocalPort()));

            assertThat(process.waitFor(30, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(errors(process))
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + taken.getLocalPort())
                    .contains("--http-port");
            assertThat(output(process)).isEmpty();
        }
    }

    @Test
    void signaturesWithoutKeysAreOneClearLineAndExitCodeTwo() throws Exception {
        Process process = run("0", "0", "--auth", "sigv4");

        assertThat(process.waitFor(30, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process))
                .singleElement()
                .asString()
                .startsWith("The access keys of --auth-keys cannot be used: --auth sigv4 needs some.");
    }

    @Test
    void aWrongValueIsNamedWithItsRange() throws Exception {
        Process process = run("seventeen", "0");

        assertThat(process.waitFor(30, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process))
                .containsExactly("MAINSWATCH_MQTT_PORT: mainswatch.mqtt-port = seventeen: must be a whole number from 0"
                        + " to 65535.");
    }

    /** Answers with the number of the last update that was accepted before the process was gone. */
    private static int updateUntilKilled(Process process, int port) throws Exception {
        AtomicInteger last = new AtomicInteger();
        MqttClient client = client(String.valueOf(port), "cabin");
        try {
            client.connect();
            client.subscribe(
                    "$aws/things/cabin/shadow/update/accepted",
                    1,
                    (topic, message) -> last.set(new MqttProbe.Heard(topic, message.getPayload())
                            .json()
                            .at("/state/reported/n")
                            .asInt()));
            for (int n = 1; n <= 200; n++) {
                byte[] update = ("{\"state\":{\"reported\":{\"n\":" + n + "}}}").getBytes(StandardCharsets.UTF_8);
                client.publish("$aws/things/cabin/shadow/update", update, 1, false);
            }
            process.destroyForcibly().waitFor();
            await().until(() -> !client.isConnected());
        } finally {
            client.close(true);
        }
        return last.get();
    }

    private static MqttClient client(String port, String id) throws MqttException {
        return new MqttClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
    }

    private SqsClient sqs(Process process) {
        String ready = awaitReady(process).group();
        return AwsClients.sqs(URI.create(ready.substring(ready.indexOf("SQS at ") + "SQS at ".length())));
    }

    private Process run(String mqttPort, String httpPort, String... more) throws IOException {
        int number = started.size();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalAwsApp.class.getName(),
                "--config",
                "../config/local-aws/application.properties",
                "--data",
                folder.resolve("data").toString(),
                "--mqtt-port",
                mqttPort,
                "--mqtts-port",
                "0",
                "--http-port",
                httpPort));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out-" + number).toFile())
                .redirectError(folder.resolve("err-" + number).toFile())
                .start();
        started.add(process);
        return process;
    }

    private Matcher awaitReady(Process process) {
        return await().atMost(30, SECONDS)
                .until(
                        () -> output(process).stream()
                                .map(READY::matcher)
                                .filter(Matcher::matches)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> output(Process process) throws IOException {
        return Files.readAllLines(folder.resolve("out-" + started.indexOf(process)));
    }

    private List<String> errors(Process process) throws IOException {
        return Files.readAllLines(folder.resolve("err-" + started.indexOf(process)));
    }

    private static void put(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String get(String url) throws IOException {
        return new String(URI.create(url).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
