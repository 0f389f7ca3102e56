package io.mainswatch.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.edge.tls.Authority.Issued;
import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** To be read at all, a key must also have been found to belong to its certificate. */
class IdentityTest {

    private static final String PASSWORD = "correct horse";

    private static Issued rsa;
    private static Issued ec;

    @BeforeAll
    static void issueOneOfEachKind() throws Exception {
        Authority authority = new Authority("root");
        Instant now = Instant.now();
        rsa = authority.issue("rsa", Authority.generate("RSA", 2048), now.minusSeconds(60), now.plusSeconds(60));
        ec = authority.issue("ec", Authority.generate("EC", 256), now.minusSeconds(60), now.plusSeconds(60));
    }

    @Test
    void readsRsaAndEcKeysInEveryFormThatAwsAndOpenSslWrite() throws Exception {
        for (Issued issued : List.of(rsa, ec)) {
            for (String pem : List.of(issued.keyPem(), traditional(issued.pair()))) {
                assertThat(identity(issued, pem, "").key().getAlgorithm())
                        .isEqualTo(issued.pair().getPrivate().getAlgorithm());
            }
        }
        assertThat(traditional(rsa.pair())).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(traditional(ec.pair())).startsWith("-----BEGIN EC PRIVATE KEY-----");
    }

    @Test
    void readsEncryptedKeysOfTheNewAndTheOldKind() throws Exception {
        for (Issued issued : List.of(rsa, ec)) {
            for (String pem : List.of(encrypted(issued.pair()), encryptedTraditionally(issued.pair()))) {
                assertThat(identity(issued, pem, PASSWORD).key().getAlgorithm())
                        .isEqualTo(issued.pair().getPrivate().getAlgorithm());
            }
        }
        assertThat(encrypted(rsa.pair())).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(encryptedTraditionally(rsa.pair())).contains("DEK-Info: AES-256-CBC");
    }

    @Test
    void takesTextThatLostItsLineEndsOnTheWayThroughTheEnvironment() throws Exception {
        String flat = traditional(rsa.pair()).replace("\r", "").replace("\n", "\\n");

        assertThat(identity(rsa, flat, "").key()).isEqualTo(rsa.pair().getPrivate());
    }

    @Test
    void takesAFileThatHoldsCertificateAndKey() throws Exception {
        String both = "my thing\n" + rsa.certificatePem() + rsa.keyPem();

        assertThat(Identity.of(Identity.certificates(both), both, "").chain()).containsExactly(rsa.certificate());
    }

    @Test
    void anEncryptedKeyNeedsItsPassword() throws Exception {
        for (String pem : List.of(encrypted(rsa.pair()), encryptedTraditionally(ec.pair()))) {
            assertThatThrownBy(() -> identity(rsa, pem, ""))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("is encrypted")
                    .hasMessageContaining("MAINSWATCH_PRIVATE_KEY_PASSWORD_FILE");
            assertThatThrownBy(() -> identity(rsa, pem, "wrong donkey"))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("cannot be decrypted: mainswatch.private-key-password is not its password")
                    .hasMessageNotContaining("donkey")
                    .hasNoCause();
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Issued other = new Authority("other").issue("other");

        for (Issued stranger : List.of(rsa, other)) {
            assertThatThrownBy(() -> identity(ec, stranger.keyPem(), ""))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("does not belong to the certificate")
                    .hasMessageContaining("CN=ec");
        }
    }

    @Test
    void whatIsNoKeyOrNoCertificateIsNamed() throws Exception {
        String request = Authority.pem("CERTIFICATE REQUEST", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> Identity.certificates(request))
                .hasMessageContaining("it holds a \"CERTIFICATE REQUEST\"")
                .hasMessageContaining("have it signed first");
        assertThatThrownBy(() -> Identity.certificates(rsa.keyPem()))
                .hasMessageContaining("it holds a \"PRIVATE KEY\"");
        assertThatThrownBy(() -> identity(rsa, rsa.certificatePem(), ""))
                .hasMessageContaining("must hold a private key, but it holds a \"CERTIFICATE\"");
        assertThatThrownBy(() -> identity(rsa, Authority.pem("DSA PRIVATE KEY", new byte[] {1}), ""))
                .hasMessageContaining("must be an RSA or EC key");
    }

    @Test
    void damagedTextIsSaidToBeDamagedAndNeverShown() throws Exception {
        String key = rsa.keyPem();
        String secret = key.substring(100, 120);

        for (String damaged : List.of(
                key.substring(0, 400),
                Authority.pem("PRIVATE KEY", new byte[300]),
                Authority.pem("RSA PRIVATE KEY", new byte[300]),
                Authority.pem("EC PRIVATE KEY", new byte[100]),
                key.replace(key.substring(200, 264), ""))) {
            assertThatThrownBy(() -> identity(rsa, damaged, ""))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageNotContaining(secret)
                    .hasNoCause();
        }
        assertThatThrownBy(() -> Identity.certificates(Authority.pem("CERTIFICATE", new byte[20])))
                .hasMessageContaining("damaged");
    }

    @Test
    void datesThatDoNotFitTheClockAreSaidAndStopNothing() throws Exception {
        Instant now = Instant.now();
        Identity identity = identity(rsa, rsa.keyPem(), "");

        assertThat(identity.outOfDate(now)).isEmpty();
        assertThat(identity.outOfDate(Instant.EPOCH))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("valid only from")
                        .contains("the clock says 1970-01-01")
                        .contains("NTP"));
        assertThat(identity.outOfDate(now.plus(Duration.ofDays(1))))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("has expired on").contains("make a new certificate"));
    }

    private static Identity identity(Issued issued, String keyPem, String password)
            throws CredentialsException, GeneralSecurityException {
        return Identity.of(Identity.certificates(issued.certificatePem()), keyPem, password);
    }

    /** PKCS#1 or SEC1, as {@code openssl rsa -traditional} and {@code openssl ec} write it. */
    private static String traditional(KeyPair pair) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(openSsl(pair));
        }
        return text.toString();
    }

    /** Unlike the JDK, OpenSSL puts the curve's name into the key itself too. */
    private static PrivateKeyInfo openSsl(KeyPair pair) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        if (pair.getPrivate() instanceof ECPrivateKey key) {
            AlgorithmIdentifier curve = info.getPrivateKeyAlgorithm();
            return new PrivateKeyInfo(
                    curve, new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), curve.getParameters()));
        }
        return info;
    }

    private static String encryptedTraditionally(KeyPair pair) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    openSsl(pair),
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build(PASSWORD.toCharArray()));
        }
        return text.toString();
    }

    /** As {@code openssl pkcs8 -topk8} writes it. */
    private static String encrypted(KeyPair pair) throws IOException, OperatorCreationException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(
                            pair.getPrivate(),
                            new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPassword(PASSWORD.toCharArray())
                                    .build())
                    .generate());
        }
        return text.toString();
    }
}
