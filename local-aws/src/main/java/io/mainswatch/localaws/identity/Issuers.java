package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the registered CA that has signed a certificate. */
final class Issuers {

    private static final String WHAT = "certificatePem";

    private final CaCertificateStore authorities = new CaCertificateStore();

    /** Those that have the name of its issuer and the key by which it is signed; more than one have the same of both. */
    List<CaCertificate> of(Sql sql, X509Certificate certificate) throws SQLException {
        return authorities.named(sql, certificate.getIssuerX500Principal()).stream()
                .filter(ca -> hasSigned(Pem.stored(ca.pem()), certificate))
                .toList();
    }

    /**
     * The one with which it is to be registered.
     *
     * @param named the CA certificate that the caller names
     * @throws AwsError if there is not one, it is not clear which, or it is not active
     */
    CaCertificate require(Sql sql, X509Certificate certificate, Optional<X509Certificate> named) throws SQLException {
        Optional<String> only = named.map(CertificateIds::of);
        List<CaCertificate> found = of(sql, certificate).stream()
                .filter(ca -> only.map(ca.id()::equals).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw GivenCertificate.invalid(
                    WHAT,
                    "no CA certificate that is registered" + (only.isPresent() ? " and is caCertificatePem" : "")
                            + " has signed it");
        }
        if (found.size() > 1) {
            throw new AwsError(
                    409,
                    "CertificateConflictException",
                    WHAT + ": " + found.size() + " registered CA certificates have the same subject and key;"
                            + " say by caCertificatePem which is meant");
        }
        CaCertificate ca = found.get(0);
        if (!ca.isActive()) {
            throw new AwsError(
                    406,
                    "CertificateStateException",
                    "The CA certificate is not active; set its status to ACTIVE. id=" + ca.id());
        }
        return ca;
    }

    /** Whether the signature is by the key, and not only the name that of the CA. */
    static boolean hasSigned(X509Certificate ca, X509Certificate certificate) {
        try {
            certificate.verify(ca.getPublicKey());
            return certificate.getIssuerX500Principal().equals(ca.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
