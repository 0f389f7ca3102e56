package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that a registered CA has signed: registered because somebody wants it, or because they connect. Changes
 * are on disk when a method returns.
 */
final class CaRegistrations {

    private final Database database;
    private final Certificates certificates;
    private final Changes changes;
    private final Clock clock;
    private final Issuers issuers = new Issuers();
    private final CertificateStore store = new CertificateStore();

    CaRegistrations(Database database, Certificates certificates, Changes changes, Clock clock) {
        this.database = database;
        this.certificates = certificates;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Takes a certificate.
     *
     * @param ca the certificate of its CA, if the caller says which one that is
     * @throws io.mainswatch.localaws.http.AwsError if no active CA has signed it, or it is in the books already
     */
    DeviceCertificate register(String pem, Optional<String> ca, Status status) {
        X509Certificate certificate = GivenCertificate.read("certificatePem", pem, clock.instant());
        Optional<X509Certificate> named =
                ca.map(text -> GivenCertificate.read("caCertificatePem", text, clock.instant()));
        DeviceCertificate added = database.writeAndWait(
                sql -> certificates.add(sql, certificate, status, Origin.of(issuers.require(sql, certificate, named))));
        changes.announce(Changes.Kind.IDENTITIES);
        return added;
    }

    /**
     * The certificate as it is in the books, where it now comes if its CA wants that of all that it has signed
     * and its key is good.
     *
     * @return empty if it is not there
     */
    Optional<DeviceCertificate> connecting(X509Certificate certificate) {
        String id = CertificateIds.of(certificate);
        Optional<DeviceCertificate> there = database.read(sql -> store.find(sql, id));
        if (there.isPresent() || !DeviceKey.isGood(certificate.getPublicKey())) {
            return there;
        }
        Optional<CaCertificate> ca = database.read(sql -> issuers.of(sql, certificate)).stream()
                .filter(issuer -> issuer.isActive() && issuer.autoRegistration())
                .findFirst();
        return ca.map(issuer -> database.writeAndWait(sql -> {
            // Another connection may have been faster.
            Optional<DeviceCertificate> meanwhile = store.find(sql, id);
            return meanwhile.isPresent()
                    ? meanwhile.get()
                    : certificates.add(sql, certificate, Status.PENDING_ACTIVATION, Origin.of(issuer));
        }));
    }

    /** Those that were registered with the CA, beyond {@code after} in the order asked for. */
    List<DeviceCertificate> list(String ca, boolean ascending, long after, int limit) {
        return database.read(sql -> store.listOf(sql, Arns.checkId(ca), ascending, after, limit));
    }
}
