package io.mainswatch.localaws;

import java.io.IOException;
import java.nio.file.Files;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;

/** Something with a certificate, and the files that a device has: its key, its certificate and the root. */
public record Device(LocalAws aws, String arn, String certificateId, SSLContext tls) {

    /** A certificate made by the stand-in, active, with the policies. */
    public static Device create(LocalAws aws, IotClient iot, String... policies) throws IOException {
        CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));
        for (String policy : policies) {
            iot.attachPolicy(r -> r.policyName(policy).target(made.certificateArn()));
        }
        return new Device(
                aws,
                made.certificateArn(),
                made.certificateId(),
                tls(aws, made.certificatePem(), made.keyPair().privateKey()));
    }

    /** As {@link #create}, attached to a new thing. */
    public static Device thing(LocalAws aws, IotClient iot, String thing, String... policies) throws IOException {
        Device device = create(aws, iot, policies);
        iot.createThing(r -> r.thingName(thing));
        iot.attachThingPrincipal(r -> r.thingName(thing).principal(device.arn()));
        return device;
    }

    /** What a client has that trusts the stand-in's root only. */
    public static SSLContext tls(LocalAws aws, String certificate, String key) throws IOException {
        return SSLFactory.builder()
                .withIdentityMaterial(PemUtils.parseIdentityMaterial(certificate, key, null))
                .withTrustMaterial(PemUtils.parseTrustMaterial(Files.readString(aws.rootCa())))
                .build()
                .getSslContext();
    }

    public MqttProbe connect(String clientId) throws MqttException {
        return connect(clientId, new MqttConnectOptions());
    }

    public MqttProbe connect(String clientId, MqttConnectOptions options) throws MqttException {
        options.setSocketFactory(tls.getSocketFactory());
        return MqttProbe.connect("ssl://localhost:" + aws.mqttsPort(), clientId, options);
    }
}
