package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    @Test
    void aMessageReachesItsSubscribers() throws MqttException {
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "listener").listen("site/+/status");
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "speaker")) {
            speaker.publish("site/cabin/status", "\"off\"");

            assertThat(listener.next("site/cabin/status").asText()).isEqualTo("off");
        }
    }

    @Test
    void wildcardsAtTheFirstLevelDoNotSeeReservedTopics() throws MqttException {
        try (MqttProbe everything = MqttProbe.connect(LOCAL.aws(), "everything").listen("#");
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "curious")) {
            speaker.publish("$aws/things/curious/shadow/get", "");
            speaker.publish("last", "1");

            everything.next("last");
            assertThat(everything.heard()).extracting(MqttProbe.Heard::topic).noneMatch(topic -> topic.startsWith("$"));
        }
    }

    @Test
    void publishingToAServiceTopicClosesTheConnectionAndReachesNobody() throws MqttException {
        String accepted = "$aws/things/forged/shadow/update/accepted";
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "victim").listen(accepted);
                MqttProbe forger = MqttProbe.connect(LOCAL.aws(), "forger")) {
            assertThatThrownBy(() -> forger.publish(accepted, "{}")).isInstanceOf(MqttException.class);

            forger.awaitClosed();
            assertThat(listener.heard()).isEmpty();
        }
    }

    @Test
    void anMqtt5TopicAliasIsNoWayRoundTheRules() throws Exception {
        MqttClient forger =
                new MqttClient("tcp://127.0.0.1:" + LOCAL.aws().mqttPort(), "alias-forger", new MemoryPersistence());
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "alias-victim").listen("$aws/events/#")) {
            forger.connect();
            MqttMessage message =
                    new MqttMessage("{}".getBytes(StandardCharsets.UTF_8), 0, false, new MqttProperties());
            message.getProperties().setTopicAlias(1);
            // Not the client's own publish: that would wait for ever when the connection is closed meanwhile.
            forger.getTopic("$aws/events/presence/connected/nobody").publish(message);

            await().until(() -> !forger.isConnected());
            assertThat(listener.heardOn("$aws/events/presence/connected/nobody"))
                    .isEmpty();
        } finally {
            forger.close(true);
        }
    }

    @Test
    void qosTwoAndTooLargePayloadsCloseTheConnection() throws MqttException {
        try (MqttProbe exact = MqttProbe.connect(LOCAL.aws(), "exactly-once");
                MqttProbe large = MqttProbe.connect(LOCAL.aws(), "large")) {
            assertThatThrownBy(() -> exact.client().publish("t", new byte[1], 2, false))
                    .isInstanceOf(MqttException.class);
            assertThatThrownBy(() -> large.client().publish("t", new byte[131_073], 1, false))
                    .isInstanceOf(MqttException.class);
        }
    }

    @Test
    void aPayloadOf128KilobytesPasses() throws MqttException {
        try (MqttProbe listener =
                        MqttProbe.connect(LOCAL.aws(), "bulk-listener").listen("bulk");
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "bulk-speaker")) {
            speaker.publish("bulk", "\"" + "x".repeat(131_070) + "\"");

            assertThat(listener.next("bulk").asText()).hasSize(131_070);
        }
    }

    @Test
    void aWillThatMayNotBePublishedKeepsTheClientOut() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setWill("$aws/events/presence/connected/other", new byte[0], 1, false);

        assertThatThrownBy(() -> MqttProbe.connect(LOCAL.aws(), "ghost", options))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void theBrokerCannotBeManagedOverMqtt() throws MqttException {
        try (MqttProbe intruder = MqttProbe.connect(LOCAL.aws(), "intruder")) {
            assertThatThrownBy(() -> intruder.publish("activemq/management", "{}"))
                    .isInstanceOf(MqttException.class);

            intruder.awaitClosed();
        }
    }

    @Test
    void sharedSubscriptionsShareAlsoReservedTopics() throws MqttException {
        String filter = "$share/workers/$aws/things/+/shadow/update/documents";
        try (MqttProbe one = MqttProbe.connect(LOCAL.aws(), "worker-1").listen(filter);
                MqttProbe two = MqttProbe.connect(LOCAL.aws(), "worker-2").listen(filter);
                MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "shared")) {
            for (int i = 0; i < 20; i++) {
                thing.publish("$aws/things/shared-" + i + "/shadow/update", "{\"state\":{}}");
            }

            await().until(() -> one.heard().size() + two.heard().size() == 20);
            assertThat(one.heard()).isNotEmpty();
            assertThat(two.heard()).isNotEmpty();
        }
    }
}
