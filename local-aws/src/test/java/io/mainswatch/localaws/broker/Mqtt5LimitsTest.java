package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.io.IOException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttConnAck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** What MQTT 5 has words for: limits when it connects, and the reason when it is cut off. */
class Mqtt5LimitsTest {

    private static final byte DISCONNECT = (byte) 0xE0;

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    @Test
    void theLimitsAreAnnounced() throws MqttException {
        MqttConnAck connAck = connect("informed", 60);

        assertThat(connAck.getProperties().getMaximumQoS()).isEqualTo(1);
        assertThat(connAck.getProperties().getReceiveMaximum()).isEqualTo(100);
        assertThat(connAck.getProperties().getMaximumPacketSize()).isEqualTo(149_504);
        assertThat(connAck.getProperties().isSubscriptionIdentifiersAvailable()).isFalse();
        assertThat(connAck.getProperties().getServerKeepAlive()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"29, 30", "1201, 1200", "0, 1200"})
    void aKeepAliveOutsideAwssRangeIsAnsweredWithTheNearest(int asked, int given) throws MqttException {
        assertThat(connect("keep-alive-" + asked, asked).getProperties().getServerKeepAlive())
                .isEqualTo(given);
    }

    @Test
    void aSubscriptionWithAnIdentifierIsAnsweredWithDisconnect161() throws IOException {
        byte[] subscribe = RawClient.packet(
                0x82, (byte) 0, (byte) 1, (byte) 2, (byte) 0x0B, (byte) 7, (byte) 0, (byte) 1, (byte) 't', (byte) 1);

        assertThat(answerTo("identifier", subscribe)).startsWith(DISCONNECT, (byte) 161);
    }

    @Test
    void qosTwoIsAnsweredWithDisconnect155() throws IOException {
        byte[] publish = RawClient.packet(0x34, (byte) 0, (byte) 1, (byte) 't', (byte) 0, (byte) 1, (byte) 0);

        assertThat(answerTo("exactly-once", publish)).startsWith(DISCONNECT, (byte) 155);
    }

    @Test
    void aDeletedConnectionIsToldSo() throws IOException {
        try (RawClient client = RawClient.connect(LOCAL.aws(), "deleted", RawClient.MQTT_5, 60);
                IotDataPlaneClient data = AwsClients.data(LOCAL.aws())) {
            client.read();
            data.deleteConnection(r -> r.clientId("deleted"));

            assertThat(client.read()).startsWith(DISCONNECT, (byte) 152);
        }
    }

    private static byte[] answerTo(String clientId, byte[] packet) throws IOException {
        try (RawClient client = RawClient.connect(LOCAL.aws(), clientId, RawClient.MQTT_5, 60)) {
            client.read();
            client.send(packet);
            return client.read();
        }
    }

    private static MqttConnAck connect(String clientId, int keepAliveSeconds) throws MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient("tcp://127.0.0.1:" + LOCAL.aws().mqttPort(), clientId, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setKeepAliveInterval(keepAliveSeconds);
        try {
            IMqttToken connected = client.connect(options);
            connected.waitForCompletion(10_000);
            MqttConnAck connAck = (MqttConnAck) connected.getResponse();
            client.disconnect().waitForCompletion(10_000);
            return connAck;
        } finally {
            client.close(true);
        }
    }
}
