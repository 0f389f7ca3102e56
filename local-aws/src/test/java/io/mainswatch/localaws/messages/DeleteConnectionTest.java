package io.mainswatch.localaws.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

class DeleteConnectionTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotDataPlaneClient data;
    private static MqttProbe watcher;

    @BeforeAll
    static void connect() throws MqttException {
        data = AwsClients.data(LOCAL.aws());
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher")
                .listen("$aws/events/presence/#")
                .listen("will/+");
    }

    @AfterAll
    static void disconnect() throws MqttException {
        watcher.close();
        data.close();
    }

    @Test
    void theConnectionIsEndedForThisReasonAndTheWillIsPublished() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "a/b", withWill("will/sent"))) {
            data.deleteConnection(r -> r.clientId("a/b"));
            client.awaitClosed();
        }

        watcher.next("will/sent");
        JsonNode event = watcher.next("$aws/events/presence/disconnected/a/b");
        assertThat(event.get("disconnectReason").asText()).isEqualTo("API_INITIATED_DISCONNECT");
        assertThat(event.get("clientInitiatedDisconnect").asBoolean()).isFalse();
    }

    @Test
    void theWillMayBeWithheld() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "silent", withWill("will/withheld"))) {
            data.deleteConnection(r -> r.clientId("silent").preventWillMessage(true));
            client.awaitClosed();
        }

        watcher.next("$aws/events/presence/disconnected/silent");
        assertThat(watcher.heardOn("will/withheld")).isEmpty();
    }

    @Test
    void theSessionStaysUnlessItIsToBeForgotten() throws MqttException {
        MqttConnectOptions kept = new MqttConnectOptions();
        kept.setCleanSession(false);
        for (boolean forget : new boolean[] {false, true}) {
            String topic = "after/" + forget;
            try (MqttProbe client =
                    MqttProbe.connect(LOCAL.aws(), "kept-" + forget, kept).listen(topic)) {
                data.deleteConnection(r -> r.clientId("kept-" + forget).cleanSession(forget));
                client.awaitClosed();
            }
            watcher.next("$aws/events/presence/disconnected/kept-" + forget);
            watcher.publish(topic, "1");
            try (MqttProbe back = MqttProbe.connect(LOCAL.aws(), "kept-" + forget, kept)) {
                back.listen("now").publish("now", "1");
                back.next("now");

                assertThat(back.heardOn(topic)).hasSize(forget ? 0 : 1);
            }
        }
    }

    @Test
    void aClientThatIsNotConnectedIsNamed() {
        assertThatThrownBy(() -> data.deleteConnection(r -> r.clientId("nobody")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("'nobody'");
    }

    private static MqttConnectOptions withWill(String topic) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setWill(topic, "1".getBytes(), 1, false);
        return options;
    }
}
