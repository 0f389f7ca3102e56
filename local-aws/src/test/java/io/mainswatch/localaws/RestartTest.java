package io.mainswatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.start.StartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.ses.SesClient;

class RestartTest {

    private static final MqttConnectOptions PERSISTENT = new MqttConnectOptions();

    static {
        PERSISTENT.setCleanSession(false);
    }

    @TempDir
    Path folder;

    @Test
    void shadowsThingsAndMailsAreThereAfterARestart() throws MqttException {
        try (LocalAws aws = start();
                MqttProbe thing = MqttProbe.connect(aws, "cabin").listen("$aws/things/cabin/shadow/update/+");
                IotClient iot = AwsClients.iot(aws);
                SesClient ses = AwsClients.ses(aws)) {
            thing.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"status\":\"off\"}}}");
            thing.next("$aws/things/cabin/shadow/update/accepted");
            iot.createThing(r -> r.thingName("cabin").attributePayload(p -> p.attributes(Map.of("site", "north"))));
            ses.sendEmail(r -> r.source("a@example.org")
                    .destination(d -> d.toAddresses("b@example.org"))
                    .message(m -> m.subject(s -> s.data("kept")).body(b -> b.text(t -> t.data("text")))));
        }
        try (LocalAws aws = start()) {
            JsonNode cabin = new ConsoleClient(aws).get("things").get(0);
            assertThat(cabin.at("/shadow/state/reported/status").asText()).isEqualTo("off");
            assertThat(cabin.at("/attributes/site").asText()).isEqualTo("north");
            assertThat(new ConsoleClient(aws).get("mails").get(0).get("subject").asText())
                    .isEqualTo("kept");
        }
    }

    @Test
    void aPersistentSessionGetsWhatCameWhileItWasAwayAcrossARestart() throws MqttException {
        try (LocalAws aws = start()) {
            MqttProbe.connect(aws, "cloud", PERSISTENT)
                    .listen("$aws/things/+/shadow/update/documents")
                    .close();
            try (MqttProbe thing = MqttProbe.connect(aws, "cabin").listen("$aws/things/cabin/shadow/update/accepted")) {
                thing.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"n\":1}}}");
                thing.next("$aws/things/cabin/shadow/update/accepted");
            }
        }
        try (LocalAws aws = start();
                MqttProbe cloud = MqttProbe.connect(aws, "cloud", PERSISTENT)) {
            assertThat(cloud.next("$aws/things/cabin/shadow/update/documents")
                            .at("/current/state/reported/n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aPersistentSessionOfBeforeTheRestartHasAnEndToo() throws MqttException {
        LocalAwsBuilder shortSessions =
                LocalAws.builder().data(folder).freePorts().sessionLife(Duration.ofSeconds(1));
        try (LocalAws aws = shortSessions.start();
                MqttProbe cloud = MqttProbe.connect(aws, "cloud", PERSISTENT).listen("kept")) {
            assertThat(cloud.client().isConnected()).isTrue();
        }
        try (LocalAws aws = shortSessions.start();
                MqttProbe speaker = MqttProbe.connect(aws, "speaker")) {
            await("the end of the session's life")
                    .pollDelay(Duration.ofSeconds(4))
                    .until(() -> true);
            speaker.publish("kept", "1");
            try (MqttProbe cloud = MqttProbe.connect(aws, "cloud", PERSISTENT).listen("kept")) {
                speaker.publish("kept", "2");
                assertThat(cloud.next("kept").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void whoWasConnectedWhenItStoppedIsReportedGoneWhenItIsBackAndVersionsGoOn() throws MqttException {
        String gone = "$aws/events/presence/disconnected/cabin";
        String back = "$aws/events/presence/connected/cabin";
        MqttProbe before;
        try (LocalAws aws = start();
                MqttProbe cloud = MqttProbe.connect(aws, "cloud", PERSISTENT).listen("$aws/events/presence/+/cabin")) {
            before = MqttProbe.connect(aws, "cabin");
            cloud.next(back);
        }
        before.close();
        try (LocalAws aws = start();
                MqttProbe cloud = MqttProbe.connect(aws, "cloud", PERSISTENT)) {
            assertThat(cloud.next(gone).get("disconnectReason").asText()).isEqualTo("SERVER_INITIATED_DISCONNECT");
            assertThat(cloud.next(gone).get("versionNumber").asLong()).isZero();
            MqttProbe.connect(aws, "cabin").close();
            assertThat(cloud.next(back).get("versionNumber").asLong()).isEqualTo(1);
        }
    }

    @Test
    void aFolderHasOneUserAtATime() {
        try (LocalAws aws = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartException.class)
                    .hasMessage("The data folder " + folder + " is in use by another local-aws. Stop that one, or name"
                            + " another folder with --data.");
            assertThat(aws.httpPort()).isPositive();
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheRemedyAndTheFolderIsFreeAgain() {
        try (LocalAws first = start()) {
            assertThatThrownBy(() -> LocalAws.builder()
                            .data(folder.resolve("other"))
                            .mqttPort(first.mqttPort())
                            .mqttsPort(0)
                            .httpPort(0)
                            .start())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + first.mqttPort() + " for MQTT")
                    .hasMessageEndingWith("choose another with --mqtt-port.");
            assertThatThrownBy(() -> LocalAws.builder()
                            .data(folder.resolve("other"))
                            .mqttPort(0)
                            .mqttsPort(0)
                            .httpPort(first.httpPort())
                            .start())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + first.httpPort() + " for HTTP")
                    .hasMessageEndingWith("choose another with --http-port.");
        }
    }

    private LocalAws start() {
        return LocalAws.builder().data(folder).freePorts().start();
    }
}
