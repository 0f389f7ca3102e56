package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/** AWS's rules for certificates. Changes are on disk when a method returns; refusals are {@link AwsError}s. */
final class Certificates {

    private static final String SUBJECT = "CN=AWS IoT Certificate";

    private final Database database;
    private final CertificateAuthority authority;
    private final Attachments attachments;
    private final Changes changes;
    private final Clock clock;
    private final CertificateStore store = new CertificateStore();

    Certificates(
            Database database, CertificateAuthority authority, Attachments attachments, Changes changes, Clock clock) {
        this.database = database;
        this.authority = authority;
        this.attachments = attachments;
        this.changes = changes;
        this.clock = clock;
    }

    /** A certificate with the keys that were made for it; they are kept nowhere. */
    record WithKeys(DeviceCertificate certificate, KeyPair keys) {}

    WithKeys createKeys(Status status) {
        KeyPair keys = DeviceKey.newRsa();
        return new WithKeys(issue(keys.getPublic(), new X500Name(SUBJECT), status), keys);
    }

    DeviceCertificate createFromCsr(String pem, Status status) {
        SigningRequest request = SigningRequest.parse(pem);
        return issue(request.key(), request.subject(), status);
    }

    private DeviceCertificate issue(PublicKey key, X500Name subject, Status status) {
        return add(sign(key, subject), status, Origin.OURS);
    }

    private X509Certificate sign(PublicKey key, X500Name subject) {
        try {
            return authority.signDevice(key, subject);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority could not sign", e);
        }
    }

    /** Takes a certificate that somebody else has signed, whoever it was. */
    DeviceCertificate registerWithoutCa(String pem, Status status) {
        return add(parse(pem), status, Origin.WITHOUT_CA);
    }

    private X509Certificate parse(String pem) {
        return GivenCertificate.read("certificatePem", pem, clock.instant());
    }

    private DeviceCertificate add(X509Certificate certificate, Status status, Origin origin) {
        DeviceCertificate added = database.writeAndWait(sql -> add(sql, certificate, status, origin));
        changes.announce(Changes.Kind.IDENTITIES);
        return added;
    }

    /**
     * Adds a certificate as part of a larger change.
     *
     * @throws AwsError if it is in the books already
     */
    DeviceCertificate add(Sql sql, X509Certificate certificate, Status status, Origin origin) throws SQLException {
        String id = CertificateIds.of(certificate);
        if (store.find(sql, id).isPresent()) {
            throw new AwsError(
                    409, "ResourceAlreadyExistsException", "The certificate is already registered, with id " + id);
        }
        store.add(sql, id, status, origin, Pem.write(certificate), clock.instant());
        return store.require(sql, id);
    }

    /** Signs and adds a certificate as part of a larger change. */
    DeviceCertificate issue(Sql sql, SigningRequest request, Status status) throws SQLException {
        return add(sql, sign(request.key(), request.subject()), status, Origin.OURS);
    }

    /** As part of a larger change, a certificate as it is to be: in the books already, or added without its CA. */
    DeviceCertificate ensure(Sql sql, String pem, Status status) throws SQLException {
        X509Certificate certificate = parse(pem);
        String id = CertificateIds.of(certificate);
        return store.find(sql, id).isPresent()
                ? ensureStatus(sql, id, status)
                : add(sql, certificate, status, Origin.WITHOUT_CA);
    }

    /** As part of a larger change, a certificate that is there, with its status. */
    DeviceCertificate ensureStatus(Sql sql, String id, Status status) throws SQLException {
        store.require(sql, Arns.checkId(id));
        store.setStatus(sql, id, status, clock.instant());
        return store.require(sql, id);
    }

    DeviceCertificate describe(String id) {
        return database.read(sql -> store.require(sql, Arns.checkId(id)));
    }

    List<DeviceCertificate> list(boolean ascending, long after, int limit) {
        return database.read(sql -> store.list(sql, ascending, after, limit));
    }

    void setStatus(String id, Status status) {
        database.writeAndWait(sql -> {
            store.require(sql, Arns.checkId(id));
            store.setStatus(sql, id, status, clock.instant());
            return id;
        });
        changes.announce(Changes.Kind.IDENTITIES);
    }

    /** @param force whether policies are detached by it; things never are */
    void delete(String id, boolean force) {
        database.writeAndWait(sql -> {
            DeviceCertificate certificate = store.require(sql, Arns.checkId(id));
            if (certificate.status() == Status.ACTIVE) {
                throw new AwsError(
                        406,
                        "CertificateStateException",
                        "Certificate must be deactivated (not ACTIVE) before deletion. id=" + id);
            }
            attachments.release(sql, id, force);
            store.delete(sql, id);
            return id;
        });
        changes.announce(Changes.Kind.IDENTITIES);
    }
}
