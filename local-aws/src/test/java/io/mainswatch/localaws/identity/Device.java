package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateCertificateFromCsrResponse;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;

/** Something with a certificate, and the files that a device has: its key, its certificate and the root. */
record Device(LocalAws aws, String arn, String certificateId, SSLContext tls) {

    /** With keys and a certificate made by the stand-in, active, with the policies. */
    static Device withKeysMadeForIt(LocalAws aws, IotClient iot, String... policies) throws IOException {
        CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));
        String key = made.keyPair().privateKey();
        return attached(aws, iot, made.certificateArn(), made.certificateId(), made.certificatePem(), key, policies);
    }

    /** With a key of its own, which costs less time than to have one made, and an active certificate for it. */
    static Device create(LocalAws aws, IotClient iot, String... policies) throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        String csr = KeyMaterial.csr(keys, keys);
        CreateCertificateFromCsrResponse made = iot.createCertificateFromCsr(
                r -> r.certificateSigningRequest(csr).setAsActive(true));
        String key = KeyMaterial.key(keys);
        return attached(aws, iot, made.certificateArn(), made.certificateId(), made.certificatePem(), key, policies);
    }

    private static Device attached(
            LocalAws aws, IotClient iot, String arn, String id, String certificate, String key, String... policies)
            throws IOException {
        for (String policy : policies) {
            iot.attachPolicy(r -> r.policyName(policy).target(arn));
        }
        return new Device(aws, arn, id, tls(aws, certificate, key));
    }

    /** As {@link #create}, attached to a new thing. */
    static Device thing(LocalAws aws, IotClient iot, String thing, String... policies) throws Exception {
        Device device = create(aws, iot, policies);
        iot.createThing(r -> r.thingName(thing));
        iot.attachThingPrincipal(r -> r.thingName(thing).principal(device.arn()));
        return device;
    }

    /** What a client has that trusts the stand-in's root only. */
    static SSLContext tls(LocalAws aws, String certificate, String key) throws IOException {
        return SSLFactory.builder()
                .withIdentityMaterial(PemUtils.parseIdentityMaterial(certificate, key, null))
                .withTrustMaterial(PemUtils.parseTrustMaterial(Files.readString(aws.rootCa())))
                .build()
                .getSslContext();
    }

    MqttProbe connect(String clientId) throws MqttException {
        return connect(clientId, new MqttConnectOptions());
    }

    MqttProbe connect(String clientId, MqttConnectOptions options) throws MqttException {
        // Else Paho would try MQTT 3.1 as well when it is refused.
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setSocketFactory(tls.getSocketFactory());
        return MqttProbe.connect("ssl://localhost:" + aws.mqttsPort(), clientId, options);
    }
}
