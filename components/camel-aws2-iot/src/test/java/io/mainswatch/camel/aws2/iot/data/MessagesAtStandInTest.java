package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.camel.aws2.iot.StandIn;
import io.mainswatch.camel.aws2.iot.StandInExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Message;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.RetainedMessageSummary;

/** Messages, retained ones and connections, with the real SDK client; a device is at the other end. */
@ExtendWith(StandInExtension.class)
class MessagesAtStandInTest {

    private final StandIn aws;

    MessagesAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    @Test
    void aPublishedMessageReachesADeviceAndLeavesTheBodyAlone() throws MqttException {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (MqttClient device = device("listener")) {
            device.subscribe("orders/lamp", 1, (topic, message) -> heard.add(text(message.getPayload())));

            Message published = call("publish&topic=orders/lamp", "on", Map.of());

            await().until(() -> !heard.isEmpty());
            assertThat(heard).containsExactly("on");
            assertThat(published.getBody(String.class)).isEqualTo("on");
            device.disconnect();
        }
    }

    @Test
    void aRetainedMessageIsReadListedAndCleared() {
        call("publish&topic=kept/lamp&retain=true&qos=0", "off", Map.of());

        Message kept = call("getRetainedMessage&topic=kept/lamp", null, Map.of());
        assertThat(kept.getBody()).isEqualTo("off".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.getHeaders())
                .containsEntry(IotData2Constants.TOPIC, "kept/lamp")
                .containsEntry(IotData2Constants.QOS, 0)
                .containsKey(IotData2Constants.LAST_MODIFIED_TIME);
        assertThat(call("listRetainedMessages", null, Map.of()).getBody())
                .asInstanceOf(InstanceOfAssertFactories.list(RetainedMessageSummary.class))
                .extracting(RetainedMessageSummary::topic)
                .contains("kept/lamp");

        call("publish&topic=kept/lamp&retain=true", null, Map.of());
        assertThat(aws.send("aws2-iot-data:messages?operation=getRetainedMessage&topic=kept/lamp", null, Map.of())
                        .getException())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aDeviceIsDisconnected() throws MqttException {
        try (MqttClient device = device("unwanted")) {
            call("deleteConnection", null, Map.of(IotData2Constants.CLIENT_ID, "unwanted"));

            await().until(() -> !device.isConnected());
        }
    }

    private Message call(String operation, String body, Map<String, Object> headers) {
        return aws.done("aws2-iot-data:messages?operation=" + operation, body, headers);
    }

    private MqttClient device(String clientId) throws MqttException {
        MqttClient device = new MqttClient("tcp://127.0.0.1:" + aws.mqttPort(), clientId, new MemoryPersistence());
        device.connect();
        return device;
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
