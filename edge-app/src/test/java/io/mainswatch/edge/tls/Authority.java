package io.mainswatch.edge.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root that issues certificates for tests: for any name and any time. */
public final class Authority {

    private static final Duration DAY = Duration.ofDays(1);

    private final Instant now = Instant.now();
    private final KeyPair keys;
    private final X509Certificate root;

    public Authority(String name) throws GeneralSecurityException, IOException {
        keys = generate("EC", 256);
        root = sign(name, keys, now.minus(DAY.multipliedBy(400)), now.plus(DAY.multipliedBy(400)), true);
    }

    /** The root's certificate. */
    public String pem() throws GeneralSecurityException {
        return pem("CERTIFICATE", root.getEncoded());
    }

    X509Certificate root() {
        return root;
    }

    /** A certificate that is valid now, with an EC key. */
    public Issued issue(String subject, String... dnsNames) throws GeneralSecurityException, IOException {
        return issue(subject, now.minus(DAY), now.plus(DAY), dnsNames);
    }

    public Issued issue(String subject, Instant from, Instant to, String... dnsNames)
            throws GeneralSecurityException, IOException {
        return issue(subject, generate("EC", 256), from, to, dnsNames);
    }

    /** A certificate for a key that was made elsewhere. */
    Issued issue(String subject, KeyPair pair, Instant from, Instant to, String... dnsNames)
            throws GeneralSecurityException, IOException {
        return new Issued(pair, sign(subject, pair, from, to, false, dnsNames));
    }

    static KeyPair generate(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    private X509Certificate sign(
            String subject, KeyPair pair, Instant from, Instant to, boolean isRoot, String... dnsNames)
            throws GeneralSecurityException, IOException {
        X500Principal issuer = isRoot ? name(subject) : root.getSubjectX500Principal();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(from),
                Date.from(to),
                name(subject),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
        if (dnsNames.length > 0) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(Stream.of(dnsNames)
                            .map(dnsName -> new GeneralName(GeneralName.dNSName, dnsName))
                            .toArray(GeneralName[]::new)));
        }
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Principal name(String subject) {
        return new X500Principal("CN=" + subject);
    }

    /** A certificate with its key. */
    public record Issued(KeyPair pair, X509Certificate certificate) {

        public String certificatePem() throws GeneralSecurityException {
            return pem("CERTIFICATE", certificate.getEncoded());
        }

        /** PKCS#8, in the clear. */
        public String keyPem() {
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        }
    }
}
