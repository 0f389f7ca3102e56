package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.Device;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.io.IOException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;

/** What a thing may do that has a certificate and the policy which every thing should have: its own topics only. */
class MutualTlsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String OWN_TOPICS = "own-topics";

    private static IotClient iot;
    private static MqttProbe watcher;

    @BeforeAll
    static void prepare() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen("$aws/events/presence/+/+");
        iot.createPolicy(r -> r.policyName(OWN_TOPICS).policyDocument("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "iot:Connect",
                   "Resource": "arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}",
                   "Condition": {"Bool": {"iot:Connection.Thing.IsAttached": "true"}}},
                  {"Effect": "Allow", "Action": ["iot:Publish", "iot:Receive"], "Resource": [
                   "arn:aws:iot:*:*:topic/$aws/things/${iot:Connection.Thing.ThingName}/shadow/*",
                   "arn:aws:iot:*:*:topic/site/${iot:Connection.Thing.ThingName}/*"]},
                  {"Effect": "Allow", "Action": "iot:Subscribe", "Resource": [
                   "arn:aws:iot:*:*:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/shadow/*",
                   "arn:aws:iot:*:*:topicfilter/site/${iot:Connection.Thing.ThingName}/*"]}]}
                """));
    }

    @AfterAll
    static void end() throws MqttException {
        watcher.close();
        iot.close();
    }

    @Test
    void aThingUsesItsShadowAndIsKnownByItsCertificate() throws Exception {
        Device cabin = thing("cabin");
        try (MqttProbe probe = cabin.connect("cabin").listen("$aws/things/cabin/shadow/update/accepted")) {
            probe.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"n\":1}}}");

            assertThat(probe.next("$aws/things/cabin/shadow/update/accepted")
                            .at("/state/reported/n")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(watcher.next("$aws/events/presence/connected/cabin")
                        .get("principalIdentifier")
                        .asText())
                .isEqualTo(cabin.certificateId());
        assertThat(reason("cabin")).isEqualTo("CLIENT_INITIATED_DISCONNECT");
    }

    @Test
    void publishingToAnothersTopicClosesTheConnectionAndReachesNobody() throws Exception {
        Device shed = thing("shed");
        try (MqttProbe listener =
                        MqttProbe.connect(LOCAL.aws(), "shed-listener").listen("site/#");
                MqttProbe probe = shed.connect("shed")) {
            assertThatThrownBy(() -> probe.publish("site/barn/status", "1")).isInstanceOf(MqttException.class);

            probe.awaitClosed();
            assertThat(reason("shed")).isEqualTo("AUTH_ERROR");
            assertThat(listener.heard()).isEmpty();
        }
    }

    private static Device thing(String name) throws IOException {
        return Device.thing(LOCAL.aws(), iot, name, OWN_TOPICS);
    }

    private static String reason(String client) {
        return watcher.next("$aws/events/presence/disconnected/" + client)
                .get("disconnectReason")
                .asText();
    }
}
