package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.RegisterCertificateWithoutCaResponse;

/** Who may connect to the port for certificates, and for how long. */
class MutualTlsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String OWN_TOPICS = "own-topics";
    private static final Instant NEXT_YEAR = Instant.now().plus(365, ChronoUnit.DAYS);

    private static IotClient iot;
    private static MqttProbe watcher;

    @BeforeAll
    static void prepare() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen("$aws/events/presence/+/+");
        iot.createPolicy(r -> r.policyName(OWN_TOPICS).policyDocument(ThingPolicy.OWN_TOPICS));
    }

    @AfterAll
    static void end() throws MqttException {
        watcher.close();
        iot.close();
    }

    @Test
    void presenceEventsNameTheCertificate() throws Exception {
        Device cabin = Device.withKeysMadeForIt(LOCAL.aws(), iot, OWN_TOPICS);
        iot.createThing(r -> r.thingName("cabin"));
        iot.attachThingPrincipal(r -> r.thingName("cabin").principal(cabin.arn()));
        cabin.connect("cabin").close();

        assertThat(watcher.next("$aws/events/presence/connected/cabin")
                        .get("principalIdentifier")
                        .asText())
                .isEqualTo(cabin.certificateId());
        JsonNode gone = watcher.next("$aws/events/presence/disconnected/cabin");
        assertThat(gone.get("principalIdentifier").asText()).isEqualTo(cabin.certificateId());
        assertThat(gone.get("disconnectReason").asText()).isEqualTo("CLIENT_INITIATED_DISCONNECT");
    }

    @Test
    void withoutACertificateTheHandshakeFails() throws IOException {
        SSLContext nobody = SSLFactory.builder()
                .withTrustMaterial(
                        PemUtils.parseTrustMaterial(Files.readString(LOCAL.aws().rootCa())))
                .build()
                .getSslContext();

        assertRefusedInHandshake(new Device(LOCAL.aws(), null, null, nobody));
    }

    @Test
    void aCertificateThatNobodyKnowsFailsInTheHandshakeUntilItIsRegistered() throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        String certificate = KeyMaterial.selfSigned(keys, NEXT_YEAR);
        SSLContext tls = Device.tls(LOCAL.aws(), certificate, KeyMaterial.key(keys));
        assertRefusedInHandshake(new Device(LOCAL.aws(), null, null, tls));

        RegisterCertificateWithoutCaResponse known = iot.registerCertificateWithoutCA(
                r -> r.certificatePem(certificate).status(CertificateStatus.ACTIVE));
        iot.createThing(r -> r.thingName("foreign"));
        iot.attachPolicy(r -> r.policyName(OWN_TOPICS).target(known.certificateArn()));
        iot.attachThingPrincipal(r -> r.thingName("foreign").principal(known.certificateArn()));
        try (MqttProbe probe = new Device(LOCAL.aws(), null, null, tls).connect("foreign")) {
            assertThat(probe.client().isConnected()).isTrue();
        }
    }

    @Test
    void theRootsNameOnAForeignCertificateDoesNotHelp() throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        KeyPair forger = KeyMaterial.keys("EC", 256);
        String root = Files.readString(LOCAL.aws().rootCa());
        String forged = KeyMaterial.issued(Pem.certificates(root).get(0), keys, forger, NEXT_YEAR);

        assertRefusedInHandshake(
                new Device(LOCAL.aws(), null, null, Device.tls(LOCAL.aws(), forged, KeyMaterial.key(keys))));
    }

    @Test
    void anInactiveOrRevokedCertificateDoesNotConnectAndTheFailureIsPublished() throws Exception {
        Device barn = thing("barn");
        status(barn, CertificateStatus.INACTIVE);
        assertRefused(barn, "barn", new MqttConnectOptions());

        JsonNode failed = watcher.next("$aws/events/presence/connect_failed/barn");
        assertThat(failed.get("eventType").asText()).isEqualTo("connect_failed");
        assertThat(failed.get("connectFailureReason").asText()).isEqualTo("AUTHORIZATION_FAILED");
        assertThat(failed.get("principalIdentifier").asText()).isEqualTo(barn.certificateId());
        assertThat(failed.get("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(failed.get("sessionIdentifier").asText()).isNotEmpty();
        assertThat(failed.has("versionNumber")).isFalse();
        assertThat(watcher.heardOn("$aws/events/presence/connected/barn")).isEmpty();

        status(barn, CertificateStatus.REVOKED);
        assertRefused(barn, "barn", new MqttConnectOptions());
        status(barn, CertificateStatus.ACTIVE);
        barn.connect("barn").close();
    }

    @Test
    void anothersClientIdIsRefusedAndItsHolderStays() throws Exception {
        Device thief = thing("thief");
        try (MqttProbe holder = thing("holder").connect("holder")) {
            assertRefused(thief, "holder", new MqttConnectOptions());

            holder.publish("site/holder/alive", "1");
            assertThat(holder.client().isConnected()).isTrue();
        }
        assertThat(reason("holder")).isEqualTo("CLIENT_INITIATED_DISCONNECT");
    }

    @Test
    void aWillThatItMayNotPublishKeepsItOut() throws Exception {
        Device mill = thing("mill");
        MqttConnectOptions options = new MqttConnectOptions();
        options.setWill("site/cabin/gone", new byte[] {'1'}, 1, false);
        assertRefused(mill, "mill", options);
        assertThat(watcher.next("$aws/events/presence/connect_failed/mill")).isNotNull();

        options.setWill("site/mill/gone", new byte[] {'1'}, 1, true);
        assertRefused(mill, "mill", options);

        options.setWill("site/mill/gone", new byte[] {'1'}, 1, false);
        mill.connect("mill", options).close();
    }

    @Test
    void aRuleSeesTheCertificateOfThePublisherAlsoInHisLastWill() throws Exception {
        Action tell = Action.builder()
                .republish(r -> r.roleArn("arn:aws:iam::000000000000:role/any")
                        .topic("who/${topic(3)}")
                        .qos(1))
                .build();
        iot.createTopicRule(r -> r.ruleName("who")
                .topicRulePayload(p -> p.sql("SELECT principal() AS principal, traceid() AS trace FROM 'site/ship/+'")
                        .actions(tell)));
        Device ship = thing("ship");
        MqttConnectOptions options = new MqttConnectOptions();
        options.setWill("site/ship/gone", new byte[] {'1'}, 1, false);
        try (MqttProbe harbour = MqttProbe.connect(LOCAL.aws(), "harbour").listen("who/+")) {
            MqttProbe probe = ship.connect("ship", options);
            probe.publish("site/ship/alive", "1");
            JsonNode alive = harbour.next("who/alive");
            probe.client().disconnectForcibly(0, 0, false);
            probe.client().close(true);
            JsonNode gone = harbour.next("who/gone");

            assertThat(alive.get("principal").asText()).isEqualTo(ship.certificateId());
            assertThat(gone.get("principal").asText()).isEqualTo(ship.certificateId());
            assertThat(alive.get("trace").asText())
                    .isNotEmpty()
                    .isNotEqualTo(gone.get("trace").asText());

            harbour.publish("site/ship/visit", "1");
            assertThat(harbour.next("who/visit").get("principal").asText()).isEqualTo("anonymous");
        }
    }

    @Test
    void deactivatingACertificateEndsItsConnection() throws Exception {
        Device dam = thing("dam");
        try (MqttProbe probe = dam.connect("dam")) {
            status(dam, CertificateStatus.INACTIVE);

            probe.awaitClosed();
            assertThat(reason("dam")).isEqualTo("FORBIDDEN_ACCESS");
        }
    }

    @Test
    void detachingThePolicyOrTheThingEndsTheConnection() throws Exception {
        Device pier = thing("pier");
        try (MqttProbe probe = pier.connect("pier")) {
            iot.detachPolicy(r -> r.policyName(OWN_TOPICS).target(pier.arn()));
            probe.awaitClosed();
        }
        Device quay = thing("quay");
        try (MqttProbe probe = quay.connect("quay")) {
            iot.detachThingPrincipal(r -> r.thingName("quay").principal(quay.arn()));
            probe.awaitClosed();
        }
    }

    @Test
    void aClientThatOffersApplicationProtocolsIsAnsweredOrLetInWithout() throws Exception {
        Device tower = thing("tower");

        assertThat(agreed(tower, "x-amzn-mqtt-ca")).isEqualTo("x-amzn-mqtt-ca");
        assertThat(agreed(tower, "mqtt")).isEqualTo("mqtt");
        assertThat(agreed(tower, "http/1.1")).isEmpty();
    }

    private static String agreed(Device device, String offered) throws IOException {
        try (SSLSocket socket = (SSLSocket) device.tls()
                .getSocketFactory()
                .createSocket("localhost", LOCAL.aws().mqttsPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {offered});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getApplicationProtocol();
        }
    }

    private static Device thing(String name) throws Exception {
        return Device.thing(LOCAL.aws(), iot, name, OWN_TOPICS);
    }

    private static void status(Device device, CertificateStatus status) {
        iot.updateCertificate(r -> r.certificateId(device.certificateId()).newStatus(status));
    }

    /** Refused by TLS, so that the broker has not even heard of a client id. */
    private static void assertRefusedInHandshake(Device stranger) {
        assertRefused(stranger, "stranger", new MqttConnectOptions());
        assertThat(watcher.heardOn("$aws/events/presence/connect_failed/stranger"))
                .isEmpty();
    }

    private static void assertRefused(Device device, String clientId, MqttConnectOptions options) {
        assertThatThrownBy(() -> device.connect(clientId, options)).isInstanceOf(MqttException.class);
    }

    private static String reason(String client) {
        return watcher.next("$aws/events/presence/disconnected/" + client)
                .get("disconnectReason")
                .asText();
    }
}
