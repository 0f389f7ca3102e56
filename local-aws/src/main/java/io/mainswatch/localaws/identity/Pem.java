package io.mainswatch.localaws.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** PEM texts. */
final class Pem {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    /** A certificate, a public key, or a private key in the form that AWS uses: PKCS#1 for RSA. */
    static String write(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A private key in the form that {@link #privateKey} reads. */
    static String writeKey(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The EC key in the text, which may also have certificates. */
    static PrivateKey privateKey(String text) throws GeneralSecurityException {
        Matcher key = PKCS8.matcher(text);
        if (!key.find()) {
            throw new GeneralSecurityException("there is no PRIVATE KEY in it");
        }
        byte[] der = Base64.getMimeDecoder().decode(key.group(1));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** The certificate in a text that {@link #write} has made. */
    static X509Certificate stored(String text) {
        try {
            return certificates(text).get(0);
        } catch (CertificateException e) {
            throw new IllegalStateException("A stored certificate is damaged", e);
        }
    }

    /** The certificates in the text, in their order. */
    static List<X509Certificate> certificates(String text) throws CertificateException {
        int first = text.indexOf("-----BEGIN CERTIFICATE-----");
        if (first < 0) {
            throw new CertificateException("there is no CERTIFICATE in it");
        }
        byte[] bytes = text.substring(first).getBytes(StandardCharsets.US_ASCII);
        Collection<? extends Certificate> found =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        return found.stream().map(X509Certificate.class::cast).toList();
    }
}
