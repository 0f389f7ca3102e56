package io.mainswatch.edge.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Who the device is: its private key and the certificate that belongs to it.
 *
 * @param chain the thing's certificate, and those that lead from it to a root, if any were given
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {

    private static final byte[] SAMPLE = "mainswatch".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the certificate.
     *
     * @param pem one or more certificates, the thing's first
     */
    public static List<X509Certificate> certificates(String pem) throws CredentialsException {
        return Certificates.read(pem);
    }

    /**
     * Reads the private key of the certificate.
     *
     * @param password what it is encrypted with; empty if nothing was given
     */
    public static Identity of(List<X509Certificate> chain, String keyPem, String password) throws CredentialsException {
        PrivateKey key = PrivateKeys.read(keyPem, password);
        if (!belong(key, chain.get(0).getPublicKey())) {
            throw new CredentialsException("does not belong to the certificate of mainswatch.certificate, which is for "
                    + chain.get(0).getSubjectX500Principal() + ". Use the two files that were made together.");
        }
        return new Identity(key, chain);
    }

    /**
     * What is wrong with the dates of the thing's certificate, if anything. It never stops a start: a device without a
     * battery-backed clock begins in 1970, and the server has the last word.
     */
    public Optional<String> outOfDate(Instant now) {
        Instant from = chain.get(0).getNotBefore().toInstant();
        Instant to = chain.get(0).getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return Optional.of("the thing's certificate is valid only from " + from + ", and the clock says " + now
                    + ": connecting may have to wait for the clock (NTP)");
        }
        return now.isAfter(to)
                ? Optional.of("the thing's certificate has expired on " + to + ", and the clock says " + now
                        + ": if the clock is right, make a new certificate")
                : Optional.empty();
    }

    /** What JSSE takes. The JDK's plain kind: it offers the certificate whatever the clock says. */
    KeyManager[] managers() throws GeneralSecurityException, IOException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("thing", key, none, chain.toArray(Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(store, none);
        return managers.getKeyManagers();
    }

    /** Whether what the one signs the other verifies. */
    private static boolean belong(PrivateKey key, PublicKey other) {
        if (!key.getAlgorithm().equals(other.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance("SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
