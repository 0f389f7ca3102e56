package io.mainswatch.localaws.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.GetRetainedMessageResponse;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.RetainedMessageSummary;

class RetainedTest {

    @TempDir
    Path folder;

    private LocalAws aws;
    private IotDataPlaneClient data;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().data(folder).freePorts().start();
        data = AwsClients.data(aws);
    }

    @AfterEach
    void stop() {
        data.close();
        aws.close();
    }

    @Test
    void whatIsRetainedOverMqttIsReadOverHttpAlsoAfterARestart() throws MqttException {
        long before = Instant.now().toEpochMilli();
        retain("site/a&b %/status", "on", 0);
        stop();
        start();

        GetRetainedMessageResponse message = get("site/a&b %/status");
        assertThat(message.topic()).isEqualTo("site/a&b %/status");
        assertThat(message.payload().asUtf8String()).isEqualTo("on");
        assertThat(message.qos()).isZero();
        assertThat(message.lastModifiedTime()).isBetween(before, Instant.now().toEpochMilli());
    }

    @Test
    void whatIsRetainedOverHttpReachesPresentAndLaterSubscribersAlsoAfterARestart() throws MqttException {
        try (MqttProbe present = MqttProbe.connect(aws, "present").listen("kept")) {
            publish("kept", "1");
            publish("kept", "2");
            await().until(() -> present.heardOn("kept").size() == 2);
        }
        stop();
        start();
        try (MqttProbe later = MqttProbe.connect(aws, "later").listen("kept")) {
            assertThat(later.next("kept").asInt()).isEqualTo(2);
            assertThat(get("kept").qos()).isEqualTo(1);
        }
    }

    @Test
    void aFilterWithWildcardsGetsNothingThatWasKeptButAllThatIsNew() throws MqttException {
        publish("wild/a", "1");
        try (MqttProbe listener =
                MqttProbe.connect(aws, "wild").listen("wild/#").listen("wild/+")) {
            publish("wild/b", "2");
            listener.next("wild/b");
            assertThat(listener.heardOn("wild/a")).isEmpty();

            listener.listen("wild/a");
            assertThat(listener.next("wild/a").asInt()).isEqualTo(1);
        }
    }

    @Test
    void anEmptyPayloadEndsTheKeepingOverHttpAndOverMqtt() throws MqttException {
        for (boolean overMqtt : new boolean[] {true, false}) {
            publish("ended", "1");
            if (overMqtt) {
                retain("ended", "", 1);
            } else {
                publish("ended", "");
            }

            assertThatThrownBy(() -> get("ended"))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("ended");
            assertThat(data.listRetainedMessages(r -> {}).retainedTopics()).isEmpty();
        }
    }

    @Test
    void theLargestPayloadIsKeptWhole() {
        publish("large", "x".repeat(131_072));

        assertThat(get("large").payload().asUtf8String()).hasSize(131_072);
    }

    @Test
    void theyAreListedByTopicInPages() throws MqttException {
        retain("list/c", "123", 1);
        publish("list/a", "1");
        publish("list/b.b", "12");

        assertThat(data.listRetainedMessagesPaginator(r -> r.maxResults(2)).retainedTopics())
                .extracting(RetainedMessageSummary::topic)
                .containsExactly("list/a", "list/b.b", "list/c");
        RetainedMessageSummary first =
                data.listRetainedMessages(r -> r.maxResults(1)).retainedTopics().get(0);
        assertThat(first.payloadSize()).isEqualTo(1);
        assertThat(first.qos()).isEqualTo(1);
        assertThat(first.lastModifiedTime()).isPositive();
    }

    @Test
    void aReservedTopicKeepsNothing() {
        assertThatThrownBy(() -> publish("$aws/things/cabin/shadow/update", "{\"state\":{}}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must not be retained");
    }

    private void retain(String topic, String payload, int qos) throws MqttException {
        try (MqttProbe client = MqttProbe.connect(aws, "retainer")) {
            client.client().publish(topic, payload.getBytes(StandardCharsets.UTF_8), qos, true);
            // The acknowledgement of a later message says that this one has been taken, which QoS 0 does not say
            // itself.
            client.publish("done", "");
        }
    }

    private void publish(String topic, String payload) {
        data.publish(r -> r.topic(topic).qos(1).retain(true).payload(SdkBytes.fromUtf8String(payload)));
    }

    private GetRetainedMessageResponse get(String topic) {
        return data.getRetainedMessage(r -> r.topic(topic));
    }
}
