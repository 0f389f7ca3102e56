package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;

/** What a client with a certificate may do once it is connected: what its policies allow, at each packet. */
class EnforcementTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String OWN_TOPICS = "own-topics";

    private static IotClient iot;
    private static MqttProbe plain;

    @BeforeAll
    static void prepare() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        plain = MqttProbe.connect(LOCAL.aws(), "plain")
                .listen("$aws/events/presence/+/+")
                .listen("site/#");
        iot.createPolicy(r -> r.policyName(OWN_TOPICS).policyDocument(ThingPolicy.OWN_TOPICS));
    }

    @AfterAll
    static void end() throws MqttException {
        plain.close();
        iot.close();
    }

    @Test
    void aThingUsesItsOwnShadow() throws Exception {
        try (MqttProbe cabin = thing("cabin").connect("cabin").listen("$aws/things/cabin/shadow/update/accepted")) {
            cabin.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"n\":1}}}");

            assertThat(cabin.next("$aws/things/cabin/shadow/update/accepted")
                            .at("/state/reported/n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void publishingToAnothersTopicClosesTheConnectionAndReachesNobody() throws Exception {
        try (MqttProbe shed = thing("shed").connect("shed")) {
            assertThatThrownBy(() -> shed.publish("site/shed-2/status", "1")).isInstanceOf(MqttException.class);

            assertCutOff(shed, "shed");
            assertThat(plain.heardOn("site/shed-2/status")).isEmpty();
        }
    }

    @Test
    void subscribingToAnothersTopicsClosesTheConnectionAlsoByAShare() throws Exception {
        Device barn = thing("barn");
        try (MqttProbe one = barn.connect("barn")) {
            assertThatThrownBy(() -> one.listen("site/#")).isInstanceOf(MqttException.class);
            assertCutOff(one, "barn");
        }
        Device mill = thing("mill");
        try (MqttProbe two = mill.connect("mill")) {
            two.listen("$share/g/site/mill/status");
            two.publish("site/mill/status", "2");
            assertThat(two.next("site/mill/status").asInt()).isEqualTo(2);

            assertThatThrownBy(() -> two.listen("$share/site/mill/site/+/status"))
                    .isInstanceOf(MqttException.class);
            assertCutOff(two, "mill");
        }
    }

    @Test
    void theBrokersOwnMarkForQueuesIsNoWayRoundAPolicy() throws Exception {
        iot.createPolicy(r -> r.policyName("suffix").policyDocument("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "iot:Connect", "Resource": "*"},
                  {"Effect": "Allow", "Action": "iot:Subscribe", "Resource": "arn:aws:iot:*:*:topicfilter/*/public"}]}
                """));
        try (MqttProbe probe = Device.create(LOCAL.aws(), iot, "suffix").connect("sly")) {
            assertThatThrownBy(() -> probe.listen("site::x/public")).isInstanceOf(MqttException.class);
            assertCutOff(probe, "sly");
        }
    }

    /**
     * Device SDKs send the same user name from every device, and Artemis's authorisation cache is keyed by it: with the
     * cache on, what thing-1 was allowed, thing-2 would be too. Seen once by turning the cache on: the forged message
     * was delivered and this test failed.
     */
    @Test
    void whatOneThingMayDoIsNotLentToAnotherByAUserNameThatBothSend() throws Exception {
        MqttConnectOptions sdk = new MqttConnectOptions();
        sdk.setUserName("?SDK=Java&Version=1.2.3");
        Device first = thing("thing-1");
        Device second = thing("thing-2");
        String topic = "$aws/things/thing-1/shadow/update";
        try (MqttProbe shadow = MqttProbe.connect(LOCAL.aws(), "shadow-watch").listen(topic + "/accepted");
                MqttProbe one = first.connect("thing-1", sdk);
                MqttProbe two = second.connect("thing-2", sdk)) {
            one.publish(topic, "{\"state\":{\"reported\":{\"by\":\"one\"}}}");
            shadow.next(topic + "/accepted");

            assertThatThrownBy(() -> two.publish(topic, "{\"state\":{\"reported\":{\"by\":\"two\"}}}"))
                    .isInstanceOf(MqttException.class);
            assertCutOff(two, "thing-2");

            one.publish(topic, "{\"state\":{\"reported\":{\"by\":\"one again\"}}}");
            await().until(() -> shadow.heard().size() >= 2);
            assertThat(shadow.heard())
                    .extracting(heard -> heard.json().at("/state/reported/by").asText())
                    .containsExactly("one", "one again");
        }
    }

    @Test
    void overMqtt5AViolationClosesTheConnectionToo() throws Exception {
        Device dam = thing("dam");
        MqttClient client = connect5(dam, "dam");
        try {
            // Not the client's own publish: that would wait for ever when the connection is closed meanwhile.
            client.getTopic("site/other/status").publish(new MqttMessage(new byte[] {'1'}, 1, false, null));
            await().until(() -> !client.isConnected());
        } finally {
            client.close(true);
        }
        assertThat(reason("dam")).isEqualTo("AUTH_ERROR");
        assertThat(plain.heardOn("site/other/status")).isEmpty();

        Device weir = thing("weir");
        MqttClient other = connect5(weir, "weir");
        try {
            assertThatThrownBy(() -> other.subscribe(new MqttSubscription[] {new MqttSubscription("site/#", 1)}))
                    .isInstanceOf(org.eclipse.paho.mqttv5.common.MqttException.class);
            await().until(() -> !other.isConnected());
        } finally {
            other.close(true);
        }
        assertThat(reason("weir")).isEqualTo("AUTH_ERROR");
    }

    @Test
    void retainingNeedsAPermissionOfItsOwn() throws Exception {
        iot.createPolicy(
                r -> r.policyName("no-retain").policyDocument(ThingPolicy.allow("iot:Connect", "iot:Publish")));
        iot.createPolicy(r -> r.policyName("retain").policyDocument(ThingPolicy.allow("iot:RetainPublish")));
        Device device = Device.create(LOCAL.aws(), iot, "no-retain");
        try (MqttProbe probe = device.connect("keeper")) {
            assertThatThrownBy(() -> probe.client().publish("kept", new byte[] {'1'}, 1, true))
                    .isInstanceOf(MqttException.class);
            assertCutOff(probe, "keeper");
        }
        iot.attachPolicy(r -> r.policyName("retain").target(device.arn()));
        try (MqttProbe probe = device.connect("keeper")) {
            probe.client().publish("kept", new byte[] {'1'}, 1, true);
        }
    }

    @Test
    void aMessageThatItMayNotReceiveIsNotDeliveredAndTheOthersAre() throws Exception {
        iot.createPolicy(r -> r.policyName("deaf-ear").policyDocument("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["iot:Connect", "iot:Subscribe", "iot:Receive"], "Resource": "*"},
                  {"Effect": "Deny", "Action": "iot:Receive", "Resource": "arn:aws:iot:*:*:topic/news/secret"}]}
                """));
        Device device = Device.create(LOCAL.aws(), iot, "deaf-ear");
        MqttConnectOptions persistent = new MqttConnectOptions();
        persistent.setCleanSession(false);
        try (MqttProbe ear = device.connect("ear", persistent).listen("news/+")) {
            for (int i = 0; i < 150; i++) {
                plain.publish("news/secret", "1");
            }
            plain.publish("news/open", "2");

            assertThat(ear.next("news/open").asInt()).isEqualTo(2);
            assertThat(ear.heardOn("news/secret")).isEmpty();
            assertThat(ear.client().isConnected()).isTrue();
        }
        iot.createPolicy(r -> r.policyName("all-ears").policyDocument(ThingPolicy.allow("iot:*")));
        iot.attachPolicy(r -> r.policyName("all-ears").target(device.arn()));
        iot.detachPolicy(r -> r.policyName("deaf-ear").target(device.arn()));
        try (MqttProbe ear = device.connect("ear", persistent)) {
            plain.publish("news/secret", "3");

            assertThat(ear.next("news/secret").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aPolicyEditCountsFromTheNextPacket() throws Exception {
        iot.createPolicy(r -> r.policyName("edited").policyDocument(ThingPolicy.allow("iot:Connect", "iot:Publish")));
        try (MqttProbe probe = Device.create(LOCAL.aws(), iot, "edited").connect("edited")) {
            probe.publish("site/edited", "1");

            iot.createPolicyVersion(r -> r.policyName("edited")
                    .policyDocument(ThingPolicy.allow("iot:Connect", "iot:Subscribe"))
                    .setAsDefault(true));
            probe.listen("site/edited");
            assertThatThrownBy(() -> probe.publish("site/edited", "2")).isInstanceOf(MqttException.class);
            assertCutOff(probe, "edited");
        }
        iot.setDefaultPolicyVersion(r -> r.policyName("edited").policyVersionId("1"));
        assertThat(plain.heardOn("site/edited"))
                .extracting(heard -> new String(heard.payload(), StandardCharsets.UTF_8))
                .containsExactly("1");
    }

    private static MqttClient connect5(Device device, String clientId) throws Exception {
        MqttClient client =
                new MqttClient("ssl://localhost:" + LOCAL.aws().mqttsPort(), clientId, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(device.tls().getSocketFactory());
        client.setTimeToWait(10_000);
        client.connect(options);
        return client;
    }

    private static Device thing(String name) throws Exception {
        return Device.thing(LOCAL.aws(), iot, name, OWN_TOPICS);
    }

    private static void assertCutOff(MqttProbe probe, String client) {
        probe.awaitClosed();
        assertThat(reason(client)).isEqualTo("AUTH_ERROR");
    }

    private static String reason(String client) {
        return plain.next("$aws/events/presence/disconnected/" + client)
                .get("disconnectReason")
                .asText();
    }
}
