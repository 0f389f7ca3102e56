package io.mainswatch.edge.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates, one after another. */
final class Certificates {

    private Certificates() {}

    /** All certificates in the text, at least one. */
    static List<X509Certificate> read(String pem) throws CredentialsException {
        List<PemBlock> blocks = PemBlock.in(pem);
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : blocks) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(certificate(block.content()));
            }
        }
        if (certificates.isEmpty()) {
            throw new CredentialsException("must hold a certificate, but " + PrivateKeys.holds(blocks));
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] content) throws CredentialsException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new CredentialsException("holds a certificate that is damaged. Copy the file again.");
        }
    }
}
