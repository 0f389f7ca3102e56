package io.mainswatch.localaws.shadow;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As the cloud listens: MQTT 5, a session that outlives the connection, few messages at a time. */
class ShadowOverMqtt5Test {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private final BlockingQueue<String> heard = new ArrayBlockingQueue<>(100);

    @Test
    void documentsOfAThingsUpdatesArriveAlsoThoseFromWhileTheListenerWasAway() throws Exception {
        MqttClient cloud =
                new MqttClient("tcp://127.0.0.1:" + LOCAL.aws().mqttPort(), "cloud", new MemoryPersistence());
        cloud.setTimeToWait(10_000);
        cloud.setCallback(new Listener());
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "cabin")) {
            cloud.connect(options(true));
            cloud.subscribe("$aws/things/+/shadow/update/documents", 1);
            report(thing, 1);
            assertThat(heard.poll(10, SECONDS)).contains("\"current\":{\"state\":{\"reported\":{\"n\":1}}");

            cloud.disconnect();
            report(thing, 2);
            report(thing, 3);
            cloud.connect(options(false));

            assertThat(heard.poll(10, SECONDS)).contains("\"current\":{\"state\":{\"reported\":{\"n\":2}}");
            assertThat(heard.poll(10, SECONDS)).contains("\"current\":{\"state\":{\"reported\":{\"n\":3}}");
            cloud.disconnect();
        } finally {
            cloud.close(true);
        }
    }

    private static void report(MqttProbe thing, int n) throws org.eclipse.paho.client.mqttv3.MqttException {
        thing.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"n\":" + n + "}}}");
    }

    private static MqttConnectionOptions options(boolean cleanStart) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(cleanStart);
        options.setSessionExpiryInterval(3600L);
        options.setReceiveMaximum(1);
        return options;
    }

    private final class Listener implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            heard.add(new String(message.getPayload(), StandardCharsets.UTF_8));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            // The test disconnects itself.
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            heard.add(exception.toString());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // It publishes nothing.
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            // The test connects itself.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            heard.add("AUTH " + reasonCode);
        }
    }
}
