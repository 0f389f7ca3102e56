package io.mainswatch.localaws.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PresenceTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension(aws -> aws.shortestKeepAlive(Duration.ofSeconds(1)));

    private static MqttProbe watcher;

    @BeforeAll
    static void watch() throws MqttException {
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen("$aws/events/presence/+/+");
    }

    @AfterAll
    static void stopWatching() throws MqttException {
        watcher.close();
    }

    @Test
    void aConnectAndAGoodbyeAreOneSessionWithOneVersion() throws MqttException {
        long before = Instant.now().toEpochMilli();
        MqttProbe.connect(LOCAL.aws(), "polite").close();

        JsonNode connected = watcher.next("$aws/events/presence/connected/polite");
        JsonNode disconnected = watcher.next("$aws/events/presence/disconnected/polite");
        assertThat(connected.get("clientId").asText()).isEqualTo("polite");
        assertThat(connected.get("eventType").asText()).isEqualTo("connected");
        assertThat(connected.get("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(connected.get("timestamp").asLong()).isBetween(before, before + 60_000);
        assertThat(connected.get("versionNumber").asLong()).isZero();
        assertThat(disconnected.get("sessionIdentifier")).isEqualTo(connected.get("sessionIdentifier"));
        assertThat(disconnected.get("versionNumber")).isEqualTo(connected.get("versionNumber"));
        assertThat(disconnected.get("disconnectReason").asText()).isEqualTo("CLIENT_INITIATED_DISCONNECT");
        assertThat(disconnected.get("clientInitiatedDisconnect").asBoolean()).isTrue();
        assertThat(disconnected.has("ipAddress")).isFalse();
        assertThat(connected.has("disconnectReason")).isFalse();
    }

    @Test
    void aBrokenConnectionIsLost() throws MqttException {
        MqttProbe broken = MqttProbe.connect(LOCAL.aws(), "broken");
        broken.client().disconnectForcibly(0, 0, false);
        broken.client().close(true);

        assertThat(reason("broken")).isEqualTo("CONNECTION_LOST");
    }

    @Test
    void aTakenOverConnectionIsADuplicateAndTheNewOneHasTheNextVersion() throws MqttException {
        try (MqttProbe first = MqttProbe.connect(LOCAL.aws(), "twin");
                MqttProbe second = MqttProbe.connect(LOCAL.aws(), "twin")) {
            first.awaitClosed();

            assertThat(reason("twin")).isEqualTo("DUPLICATE_CLIENTID");
            await().until(() -> connects("twin").size() == 2);
            List<MqttProbe.Heard> connects = connects("twin");
            assertThat(connects.get(1).json().get("versionNumber").asLong()).isEqualTo(1);
            assertThat(watcher.next("$aws/events/presence/disconnected/twin")
                            .get("versionNumber")
                            .asLong())
                    .isZero();
            assertThat(second.client().isConnected()).isTrue();
        }
    }

    @Test
    void aClientThatBreaksARuleIsCutOffForIt() throws MqttException {
        MqttProbe forger = MqttProbe.connect(LOCAL.aws(), "cut-off");
        forger.client().getTopic("$aws/events/x").publish(new byte[0], 0, false);
        forger.awaitClosed();
        forger.close();

        assertThat(reason("cut-off")).isEqualTo("AUTH_ERROR");
    }

    @Test
    void aSilentClientIsTimedOutAfterOneAndAHalfKeepAlives() throws IOException {
        try (Socket silent = new Socket("127.0.0.1", LOCAL.aws().mqttPort())) {
            silent.getOutputStream().write(connectPacket("silent", 1));
            watcher.next("$aws/events/presence/connected/silent");

            assertThat(reason("silent")).isEqualTo("MQTT_KEEP_ALIVE_TIMEOUT");
        }
    }

    private static List<MqttProbe.Heard> connects(String client) {
        return watcher.heardOn("$aws/events/presence/connected/" + client);
    }

    private static String reason(String client) {
        return watcher.next("$aws/events/presence/disconnected/" + client)
                .get("disconnectReason")
                .asText();
    }

    /** MQTT 3.1.1, clean session. Paho cannot be made to keep silent. */
    private static byte[] connectPacket(String clientId, int keepAliveSeconds) {
        byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
        byte[] packet = new byte[14 + id.length];
        byte[] head = {
            0x10,
            (byte) (12 + id.length),
            0,
            4,
            'M',
            'Q',
            'T',
            'T',
            4,
            2,
            0,
            (byte) keepAliveSeconds,
            0,
            (byte) id.length
        };
        System.arraycopy(head, 0, packet, 0, head.length);
        System.arraycopy(id, 0, packet, head.length, id.length);
        return packet;
    }
}
