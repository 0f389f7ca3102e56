package io.mainswatch.localaws.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** What a device makes for itself. */
final class KeyMaterial {

    private KeyMaterial() {}

    static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    /** A request for the public key of one pair, signed with the private key of another, or of the same. */
    static String csr(KeyPair owner, KeyPair signer) throws OperatorCreationException {
        return Pem.write(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=lamp"), owner.getPublic())
                .build(signer(signer)));
    }

    /** A certificate that nobody but its owner has signed. */
    static String selfSigned(KeyPair keys, Instant end) throws GeneralSecurityException, OperatorCreationException {
        return issued(new X500Name("CN=self"), keys, keys, end);
    }

    /** A certificate that says it comes from the issuer, signed with any key. */
    static String issued(X509Certificate issuer, KeyPair keys, KeyPair signer, Instant end)
            throws GeneralSecurityException, OperatorCreationException {
        return issued(X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), keys, signer, end);
    }

    private static String issued(X500Name issuer, KeyPair keys, KeyPair signer, Instant end)
            throws GeneralSecurityException, OperatorCreationException {
        return signed(builder(issuer, new X500Name("CN=self"), keys, end), signer);
    }

    /** A certificate that has not been signed yet; good for 400 days up to its end. */
    static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Instant end) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(end.minus(400, ChronoUnit.DAYS)),
                Date.from(end),
                subject,
                keys.getPublic());
    }

    static String signed(X509v3CertificateBuilder certificate, KeyPair signer)
            throws GeneralSecurityException, OperatorCreationException {
        return Pem.write(new JcaX509CertificateConverter().getCertificate(certificate.build(signer(signer))));
    }

    private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
        String algorithm = keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
    }

    static String key(KeyPair keys) {
        return Pem.writeKey(keys.getPrivate());
    }
}
