package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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
        byte[] connect = connect("twice", 30);
        byte[] withQosThree = {0x36, 4, 0, 0, 0, 1};
        for (byte[] wrong : new byte[][] {connect, withQosThree}) {
            String client = "wrong-" + wrong.length;
            try (Socket socket = new Socket("127.0.0.1", LOCAL.aws().mqttPort())) {
                socket.getOutputStream().write(connect(client, 30));
                watcher.next("$aws/events/presence/connected/" + client);
                socket.getOutputStream().write(wrong);

                assertThat(reason(client)).isEqualTo("CLIENT_ERROR");
            }
        }
    }

    @Test
    void aKeepAliveThatIsTooShortIsLengthened() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", LOCAL.aws().mqttPort())) {
            socket.getOutputStream().write(connect("hasty", 1));
            long connected = watcher.next("$aws/events/presence/connected/hasty")
                    .get("timestamp")
                    .asLong();

            assertThat(reason("hasty")).isEqualTo("MQTT_KEEP_ALIVE_TIMEOUT");
            long gone = watcher.next("$aws/events/presence/disconnected/hasty")
                    .get("timestamp")
                    .asLong();
            assertThat(gone - connected).isGreaterThanOrEqualTo(2_900);
        }
    }

    @Test
    void aThousandMessagesAtOnceAllArriveThoughOnlyAHundredAreTakenAtATime() throws IOException {
        byte[] burst = new byte[0];
        for (int i = 1; i <= 1_000; i++) {
            byte[] publish = {0x32, 5, 0, 1, 'b', (byte) (i >> 8), (byte) i};
            burst = concat(burst, publish);
        }
        try (Socket socket = new Socket("127.0.0.1", LOCAL.aws().mqttPort())) {
            socket.getOutputStream().write(concat(connect("burst", 30), burst));
            DataInputStream answers = new DataInputStream(socket.getInputStream());
            answers.skipNBytes(4);
            for (int i = 1; i <= 1_000; i++) {
                assertThat(answers.readInt()).isEqualTo(0x40_02_00_00 + i);
            }
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

    /** MQTT 3.1.1, clean session. */
    private static byte[] connect(String clientId, int keepAliveSeconds) {
        byte[] head = {0x10, (byte) (12 + clientId.length()), 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, (byte) keepAliveSeconds
        };
        byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
        return concat(concat(head, new byte[] {0, (byte) id.length}), id);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
