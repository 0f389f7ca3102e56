package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AWS's limits for one connection, and what becomes of a client that goes beyond. */
class QuotaTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension(aws -> aws.shortestKeepAlive(Duration.ofSeconds(2)));

    private static MqttProbe watcher;

    @BeforeAll
    static void watch() throws MqttException {
        watcher = MqttProbe.connect(LOCAL.aws(), "quota-watcher").listen("$aws/events/presence/+/+");
    }

    @AfterAll
    static void stopWatching() throws MqttException {
        watcher.close();
    }

    @Test
    void aPacketHasEightFiltersAndNotOneMore() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "many-filters")) {
            client.client().subscribe(filters("eight", 8));
            assertThatThrownBy(() -> client.client().subscribe(filters("nine", 9)))
                    .isInstanceOf(MqttException.class);
        }

        assertThat(reason("many-filters")).isEqualTo("CLIENT_ERROR");
    }

    @Test
    void aConnectionHasFiftySubscriptionsAndASecondTimeDoesNotCount() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "fifty")) {
            for (int i = 0; i < 10; i++) {
                client.client().subscribe(filters("fifty-" + i, 5));
            }
            client.listen("fifty-0/0");
            client.client().unsubscribe("fifty-0/0");
            client.listen("another");
            assertThatThrownBy(() -> client.listen("one-more")).isInstanceOf(MqttException.class);
        }

        assertThat(reason("fifty")).isEqualTo("CLIENT_ERROR");
    }

    @Test
    void subscriptionsThatASessionHasKeptCount() throws MqttException {
        MqttConnectOptions kept = new MqttConnectOptions();
        kept.setCleanSession(false);
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "keeper", kept)) {
            for (int i = 0; i < 10; i++) {
                client.client().subscribe(filters("kept-" + i, 5));
            }
        }
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "keeper", kept)) {
            assertThatThrownBy(() -> client.listen("one-more")).isInstanceOf(MqttException.class);
        }
    }

    @Test
    void aTopicThatIsTooDeepIsAClientsError() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "deep")) {
            assertThatThrownBy(() -> client.publish("1/2/3/4/5/6/7/8/9", "x")).isInstanceOf(MqttException.class);
        }

        assertThat(reason("deep")).isEqualTo("CLIENT_ERROR");
    }

    @Test
    void aPayloadThatIsTooLargeIsAClientsErrorHoweverLarge() throws MqttException {
        for (int size : new int[] {131_073, 400_000}) {
            try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "large-" + size)) {
                assertThatThrownBy(() -> client.client().publish("t", new byte[size], 1, false))
                        .isInstanceOf(MqttException.class);
            }

            assertThat(reason("large-" + size)).isEqualTo("CLIENT_ERROR");
        }
    }

    @Test
    void aSecondConnectAndAPacketThatIsNoneAreTheClientsError() throws IOException {
        byte[] connect = RawClient.connect("again", RawClient.MQTT_3, 30);
        byte[] withQosThree = RawClient.packet(0x36, (byte) 0, (byte) 0, (byte) 0, (byte) 1);
        for (byte[] wrong : new byte[][] {connect, withQosThree}) {
            String clientId = "wrong-" + wrong.length;
            try (RawClient client = RawClient.connect(LOCAL.aws(), clientId, RawClient.MQTT_3, 30)) {
                client.read();
                client.send(wrong);

                assertThat(reason(clientId)).isEqualTo("CLIENT_ERROR");
            }
        }
    }

    @Test
    void packetsThatComeInOnePieceWithTheConnectAreReadLikeLaterOnes() throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        piece.writeBytes(RawClient.connect("eager", RawClient.MQTT_3, 30));
        piece.writeBytes(RawClient.packet(0x82, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 'e', (byte) 1));
        piece.writeBytes(RawClient.packet(0x30, (byte) 0, (byte) 1, (byte) 'e', (byte) 'x'));
        try (RawClient client = RawClient.open(LOCAL.aws())) {
            client.send(piece.toByteArray());

            assertThat(client.read()).as("the CONNACK").startsWith(0x20);
            // MQTT lets the first message come before the SUBACK.
            assertThat(List.of(client.read(), client.read()))
                    .as("the SUBACK and the message")
                    .anySatisfy(packet -> assertThat(packet).containsExactly((byte) 0x90, (byte) 0, (byte) 1, (byte) 1))
                    .anySatisfy(packet -> assertThat(packet).endsWith('e', 'x'));
        }
    }

    @Test
    void aKeepAliveThatIsTooShortIsLengthened() throws IOException {
        try (RawClient client = RawClient.connect(LOCAL.aws(), "hasty", RawClient.MQTT_3, 1)) {
            client.read();

            assertThat(reason("hasty")).isEqualTo("MQTT_KEEP_ALIVE_TIMEOUT");
            assertThat(at("disconnected", "hasty") - at("connected", "hasty")).isGreaterThanOrEqualTo(2_900);
        }
    }

    @Test
    void aBurstFarAboveTheWindowIsTakenBitByBitAndAllOfIt() throws IOException {
        try (RawClient client = RawClient.connect(LOCAL.aws(), "burst", RawClient.MQTT_3, 30)) {
            client.read();
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int id = 1; id <= 1_000; id++) {
                burst.writeBytes(RawClient.packet(0x32, (byte) 0, (byte) 1, (byte) 'b', (byte) (id >> 8), (byte) id));
            }
            client.send(burst.toByteArray());

            Set<Integer> acknowledged = new HashSet<>();
            for (int i = 0; i < 1_000; i++) {
                byte[] answer = client.read();
                assertThat(answer).hasSize(3).startsWith(0x40);
                acknowledged.add((answer[1] & 0xFF) << 8 | answer[2] & 0xFF);
            }
            assertThat(acknowledged).hasSize(1_000);
        }
    }

    @Test
    void aClientThatAcknowledgesNothingGetsAHundredMessagesAndForEachItAcknowledgesOneMore()
            throws IOException, MqttException {
        try (RawClient slow = RawClient.connect(LOCAL.aws(), "slow", RawClient.MQTT_3, 30);
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "speaker")) {
            slow.read();
            slow.send(RawClient.packet(0x82, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 's', (byte) 1));
            slow.read();
            for (int i = 0; i < 110; i++) {
                speaker.publish("s", "x");
            }

            byte[] last = {};
            for (int i = 0; i < 100; i++) {
                last = slow.read();
                assertThat(last).startsWith(0x32);
            }
            slow.send(RawClient.packet(0xC0));
            assertThat(slow.read()).as("the answer to a ping").containsExactly(0xD0);
            slow.send(RawClient.packet(0x40, last[4], last[5]));
            assertThat(slow.read()).startsWith(0x32);
        }
    }

    private static String[] filters(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "/" + i).toArray(String[]::new);
    }

    private static String reason(String client) {
        return watcher.next("$aws/events/presence/disconnected/" + client)
                .get("disconnectReason")
                .asText();
    }

    private static long at(String event, String client) {
        return watcher.next("$aws/events/presence/" + event + "/" + client)
                .get("timestamp")
                .asLong();
    }
}
