package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/** AWS's rules for certificates. Changes are on disk when a method returns; refusals are {@link AwsError}s. */
final class Certificates {

    private static final X500Name SUBJECT = new X500Name("CN=AWS IoT Certificate");
    private static final int MAX_PEM = 65_536;

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
        return new WithKeys(issue(keys.getPublic(), SUBJECT, status), keys);
    }

    DeviceCertificate createFromCsr(String pem, Status status) {
        SigningRequest request = SigningRequest.parse(pem);
        return issue(request.key(), request.subject(), status);
    }

    private DeviceCertificate issue(PublicKey key, X500Name subject, Status status) {
        try {
            return add(authority.signDevice(key, subject), status, DeviceCertificate.DEFAULT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority could not sign", e);
        }
    }

    /** Takes a certificate that somebody else has signed, whoever it was. */
    DeviceCertificate registerWithoutCa(String pem, Status status) {
        return add(parse(pem), status, DeviceCertificate.SNI_ONLY);
    }

    private X509Certificate parse(String pem) {
        if (pem == null || pem.length() > MAX_PEM) {
            throw AwsError.invalidRequest("certificatePem: must be a PEM text of at most " + MAX_PEM + " characters");
        }
        try {
            X509Certificate certificate = Pem.certificates(pem).get(0);
            certificate.checkValidity(java.util.Date.from(clock.instant()));
            if (!DeviceKey.isGood(certificate.getPublicKey())) {
                throw invalid("its key " + DeviceKey.RULE);
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw invalid(e.getMessage());
        }
    }

    private static AwsError invalid(String what) {
        return new AwsError(400, "CertificateValidationException", "certificatePem: " + what);
    }

    private DeviceCertificate add(X509Certificate certificate, Status status, String mode) {
        String id = CertificateIds.of(certificate);
        DeviceCertificate added = database.writeAndWait(sql -> {
            if (store.find(sql, id).isPresent()) {
                throw new AwsError(
                        409, "ResourceAlreadyExistsException", "The certificate is already registered, with id " + id);
            }
            store.add(sql, id, status, mode, Pem.write(certificate), clock.instant());
            return store.require(sql, id);
        });
        changes.announce(Changes.Kind.IDENTITIES);
        return added;
    }

    DeviceCertificate describe(String id) {
        return database.read(sql -> store.require(sql, Arns.checkId(id)));
    }

    boolean isRegistered(String id) {
        return database.read(sql -> store.find(sql, id)).isPresent();
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
