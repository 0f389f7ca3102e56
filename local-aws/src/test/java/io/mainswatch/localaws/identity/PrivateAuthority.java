package io.mainswatch.localaws.identity;

import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import software.amazon.awssdk.services.iot.IotClient;

/** An authority that has nothing to do with the stand-in's own, with its certificate and what it signs. */
record PrivateAuthority(X500Name name, KeyPair keys, String pem) {

    private static final Instant NEXT_YEAR = Instant.now().plus(365, ChronoUnit.DAYS);

    static PrivateAuthority create(String name) throws Exception {
        return of(name, KeyMaterial.keys("EC", 256));
    }

    /** Another certificate of an authority with these keys. */
    static PrivateAuthority of(String name, KeyPair keys) throws Exception {
        X500Name subject = new X500Name("O=Makers,CN=" + name);
        String pem = KeyMaterial.signed(
                KeyMaterial.builder(subject, subject, keys, NEXT_YEAR)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)),
                keys);
        return new PrivateAuthority(subject, keys, pem);
    }

    /** A certificate for the key, which is about the common name. */
    String sign(String commonName, KeyPair owner) throws Exception {
        return KeyMaterial.signed(KeyMaterial.builder(name, new X500Name("CN=" + commonName), owner, NEXT_YEAR), keys);
    }

    /** What shows that one has the private key. */
    String verification(String code) throws Exception {
        return sign(code, KeyMaterial.keys("EC", 256));
    }

    /** Registers it in the usual way, active. */
    String register(IotClient iot, boolean justInTime) throws Exception {
        String proof = verification(iot.getRegistrationCode().registrationCode());
        return iot.registerCACertificate(r -> r.caCertificate(pem)
                        .verificationCertificate(proof)
                        .setAsActive(true)
                        .allowAutoRegistration(justInTime))
                .certificateId();
    }
}
