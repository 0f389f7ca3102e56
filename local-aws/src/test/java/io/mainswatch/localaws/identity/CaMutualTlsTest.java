package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.security.KeyPair;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CACertificateStatus;
import software.amazon.awssdk.services.iot.model.CertificateDescription;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

/** Devices with certificates of an authority of one's own, on the port for certificates. */
class CaMutualTlsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String OWN_TOPICS = "own-topics";
    private static final String REGISTERED = "$aws/events/certificates/registered/";

    private static IotClient iot;
    private static MqttProbe watcher;

    @BeforeAll
    static void prepare() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen(REGISTERED + "+");
        iot.createPolicy(r -> r.policyName(OWN_TOPICS).policyDocument(ThingPolicy.OWN_TOPICS));
    }

    @AfterAll
    static void end() throws MqttException {
        watcher.close();
        iot.close();
    }

    @Test
    void aDeviceOfARegisteredAuthorityConnectsOnceItsCertificateIsRegistered() throws Exception {
        PrivateAuthority lamps = PrivateAuthority.create("lamps");
        String ca = lamps.register(iot, false);
        KeyPair keys = KeyMaterial.keys("EC", 256);
        String certificate = lamps.sign("lamp", keys);
        Device lamp = device(certificate, keys);
        assertThatThrownBy(() -> lamp.connect("lamp")).isInstanceOf(MqttException.class);

        String arn = iot.registerCertificate(r -> r.certificatePem(certificate).status(CertificateStatus.ACTIVE))
                .certificateArn();
        attach("lamp", arn);
        lamp.connect("lamp").close();

        // The authority is asked when a certificate is registered, and then no more.
        iot.updateCACertificate(r -> r.certificateId(ca).newStatus(CACertificateStatus.INACTIVE));
        lamp.connect("lamp").close();
    }

    @Test
    void aCertificateOfSuchAnAuthorityIsRegisteredWhenItFirstConnectsAndGoodOnceItIsActivated() throws Exception {
        PrivateAuthority pumps = PrivateAuthority.create("pumps");
        String ca = pumps.register(iot, true);
        KeyPair keys = KeyMaterial.keys("EC", 256);
        String certificate = pumps.sign("pump", keys);
        String id = CertificateIds.of(Pem.certificates(certificate).get(0));
        assertThatThrownBy(() -> device(certificate, keys).connect("pump")).isInstanceOf(MqttException.class);

        JsonNode event = watcher.next(REGISTERED + ca);
        CertificateDescription described = described(id);
        assertThat(event.get("certificateId").asText()).isEqualTo(id);
        assertThat(event.get("caCertificateId").asText()).isEqualTo(ca);
        assertThat(event.get("certificateStatus").asText()).isEqualTo("PENDING_ACTIVATION");
        assertThat(event.get("awsAccountId").asText()).isEqualTo("000000000000");
        assertThat(event.get("timestamp").isIntegralNumber()).isTrue();
        assertThat(event.get("certificateRegistrationTimestamp").textValue())
                .isEqualTo(String.valueOf(described.creationDate().toEpochMilli()));
        assertThat(described.status()).isEqualTo(CertificateStatus.PENDING_ACTIVATION);
        assertThat(described.caCertificateId()).isEqualTo(ca);

        assertThatThrownBy(() -> device(certificate, keys).connect("pump")).isInstanceOf(MqttException.class);
        assertThat(watcher.next(REGISTERED + ca).get("certificateId").asText()).isEqualTo(id);

        iot.updateCertificate(r -> r.certificateId(id).newStatus(CertificateStatus.ACTIVE));
        attach("pump", described.certificateArn());
        device(certificate, keys).connect("pump").close();
    }

    @Test
    void anAuthorityThatIsInactiveOrDoesNotWantItRegistersNothing() throws Exception {
        PrivateAuthority strict = PrivateAuthority.create("strict");
        strict.register(iot, false);
        assertStaysUnknown(strict);

        PrivateAuthority closed = PrivateAuthority.create("closed");
        String ca = closed.register(iot, true);
        iot.updateCACertificate(r -> r.certificateId(ca).newStatus(CACertificateStatus.INACTIVE));
        assertStaysUnknown(closed);

        PrivateAuthority open = PrivateAuthority.create("open");
        open.register(iot, true);
        assertStaysUnknown(PrivateAuthority.of("open", KeyMaterial.keys("EC", 256)));
    }

    @Test
    void aWeakKeyIsNotRegisteredJustInTimeEither() throws Exception {
        PrivateAuthority careless = PrivateAuthority.create("careless");
        careless.register(iot, true);

        assertStaysUnknown(careless, KeyMaterial.keys("RSA", 1_024));
    }

    private static void assertStaysUnknown(PrivateAuthority authority) throws Exception {
        assertStaysUnknown(authority, KeyMaterial.keys("EC", 256));
    }

    private static void assertStaysUnknown(PrivateAuthority authority, KeyPair keys) throws Exception {
        String certificate = authority.sign("nobody", keys);
        String id = CertificateIds.of(Pem.certificates(certificate).get(0));

        assertThatThrownBy(() -> device(certificate, keys).connect("nobody")).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> described(id)).isInstanceOf(ResourceNotFoundException.class);
    }

    private static Device device(String certificate, KeyPair keys) throws Exception {
        return new Device(LOCAL.aws(), null, null, Device.tls(LOCAL.aws(), certificate, KeyMaterial.key(keys)));
    }

    private static void attach(String thing, String arn) {
        iot.createThing(r -> r.thingName(thing));
        iot.attachThingPrincipal(r -> r.thingName(thing).principal(arn));
        iot.attachPolicy(r -> r.policyName(OWN_TOPICS).target(arn));
    }

    private static CertificateDescription described(String id) {
        return iot.describeCertificate(r -> r.certificateId(id)).certificateDescription();
    }
}
