package io.mainswatch.localaws.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShadowOverMqttTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    @Test
    void anUpdateIsAnsweredAcceptedWithItsTokenAndDocumentsTellBeforeAndAfter() throws MqttException {
        String shadow = "$aws/things/cabin/shadow";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "cabin").listen(shadow + "/update/+")) {
            thing.publish(shadow + "/update", "{\"state\":{\"reported\":{\"status\":\"on\"}},\"clientToken\":\"a-1\"}");

            JsonNode accepted = thing.next(shadow + "/update/accepted");
            assertThat(accepted.at("/state/reported/status").asText()).isEqualTo("on");
            assertThat(accepted.get("version").asLong()).isEqualTo(1);
            assertThat(accepted.get("clientToken").asText()).isEqualTo("a-1");
            JsonNode documents = thing.next(shadow + "/update/documents");
            assertThat(documents.get("previous").isNull()).isTrue();
            assertThat(documents.at("/current/state/reported/status").asText()).isEqualTo("on");
            assertThat(thing.heardOn(shadow + "/update/delta")).isEmpty();
        }
    }

    @Test
    void aDesireThatIsNotReportedYetComesAsADelta() throws MqttException {
        String shadow = "$aws/things/shed/shadow";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "shed").listen(shadow + "/#")) {
            thing.publish(shadow + "/update", "{\"state\":{\"desired\":{\"report\":\"r1\"}}}");

            assertThat(thing.next(shadow + "/update/delta").at("/state/report").asText())
                    .isEqualTo("r1");
        }
    }

    @Test
    void aMalformedUpdateIsRejectedWithAWSsText() throws MqttException {
        String shadow = "$aws/things/barn/shadow";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "barn").listen(shadow + "/update/+")) {
            thing.publish(shadow + "/update", "{\"state\"");

            JsonNode rejected = thing.next(shadow + "/update/rejected");
            assertThat(rejected.get("code").asInt()).isEqualTo(400);
            assertThat(rejected.get("message").asText()).isEqualTo("Payload contains invalid json");
            assertThat(thing.heardOn(shadow + "/update/documents")).isEmpty();
        }
    }

    @Test
    void namedShadowsAreReadAndDeletedOnTheirOwn() throws MqttException {
        String shadow = "$aws/things/mill/shadow/name/pump";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "mill").listen(shadow + "/#")) {
            thing.publish(shadow + "/get", "");
            assertThat(thing.next(shadow + "/get/rejected").get("code").asInt()).isEqualTo(404);

            thing.publish(shadow + "/update", "{\"state\":{\"reported\":{\"on\":true}}}");
            thing.next(shadow + "/update/accepted");
            thing.publish(shadow + "/get", "{\"clientToken\":\"g\"}");
            assertThat(thing.next(shadow + "/get/accepted")
                            .at("/state/reported/on")
                            .asBoolean())
                    .isTrue();

            thing.publish(shadow + "/delete", "");
            assertThat(thing.next(shadow + "/delete/accepted").get("version").asLong())
                    .isEqualTo(1);
        }
    }

    @Test
    void aLastWillOnARequestTopicReachesSubscribersButIsNoRequest() throws MqttException {
        String shadow = "$aws/things/tower/shadow";
        try (MqttProbe watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen(shadow + "/#")) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setWill(shadow + "/update", "{\"state\":{\"reported\":{\"gone\":true}}}".getBytes(), 1, false);
            MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "tower", options);
            thing.client().disconnectForcibly(0, 0, false);
            thing.client().close(true);

            watcher.next(shadow + "/update");
            watcher.publish(shadow + "/get", "");
            assertThat(watcher.next(shadow + "/get/rejected").get("code").asInt())
                    .isEqualTo(404);
        }
    }
}
