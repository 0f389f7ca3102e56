package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * AWS's rules for the certificates of callers' own authorities (developer guide, "Manage your CA certificates"). Changes
 * are on disk when a method returns; refusals are {@link AwsError}s.
 */
final class CaCertificates {

    /** Quota "CA certificates with the same subject field". */
    private static final int MAX_OF_A_SUBJECT = 10;

    private static final String VERIFICATION = "verificationCertificate";

    private final Database database;
    private final RegistrationCode code;
    private final Clock clock;
    private final CaCertificateStore store = new CaCertificateStore();

    CaCertificates(Database database, RegistrationCode code, Clock clock) {
        this.database = database;
        this.code = code;
        this.clock = clock;
    }

    /**
     * What is to be registered.
     *
     * @param pem the CA's certificate
     * @param verification a certificate about the registration code, signed by the CA; empty if the mode is SNI_ONLY
     */
    record Registration(
            String pem, Optional<String> verification, Mode mode, Status status, boolean autoRegistration) {}

    CaCertificate register(Registration wanted) {
        checkMode(wanted);
        Instant now = clock.instant();
        X509Certificate ca = GivenCertificate.read("caCertificate", wanted.pem(), now);
        if (ca.getBasicConstraints() < 0) {
            throw GivenCertificate.invalid(
                    "caCertificate", "it is not of a CA: its basic constraints must have CA:TRUE");
        }
        Optional<X509Certificate> verification =
                wanted.verification().map(pem -> GivenCertificate.read(VERIFICATION, pem, now));
        if (!verification.map(proof -> Issuers.hasSigned(ca, proof)).orElse(true)) {
            throw GivenCertificate.invalid(VERIFICATION, "it is not signed by the CA");
        }
        String id = CertificateIds.of(ca);
        return database.writeAndWait(sql -> {
            if (verification.isPresent()) {
                code.check(sql, verification.get());
            }
            if (store.find(sql, id).isPresent()) {
                throw new AwsError(
                        409,
                        "ResourceAlreadyExistsException",
                        "The CA certificate is already registered, with id " + id);
            }
            if (store.named(sql, ca.getSubjectX500Principal()).size() >= MAX_OF_A_SUBJECT) {
                throw new AwsError(
                        410,
                        "LimitExceededException",
                        "There are already " + MAX_OF_A_SUBJECT + " CA certificates with the subject "
                                + ca.getSubjectX500Principal());
            }
            CaCertificate made = new CaCertificate(
                    0, id, wanted.status(), wanted.mode(), wanted.autoRegistration(), Pem.write(ca), now, now);
            store.add(sql, ca, made);
            return made;
        });
    }

    private static void checkMode(Registration wanted) {
        boolean proven = wanted.verification().isPresent();
        if (proven && wanted.mode() == Mode.SNI_ONLY) {
            throw AwsError.invalidRequest(VERIFICATION + ": must not be given if certificateMode is SNI_ONLY");
        }
        if (!proven && wanted.mode() == Mode.DEFAULT) {
            throw AwsError.invalidRequest(VERIFICATION + ": must be given, unless certificateMode is SNI_ONLY");
        }
    }

    CaCertificate describe(String id) {
        return database.read(sql -> store.require(sql, Arns.checkId(id)));
    }

    List<CaCertificate> list(boolean ascending, long after, int limit) {
        return database.read(sql -> store.list(sql, ascending, after, limit));
    }

    /** Changes what is given. What its certificates may do is not changed by it: only new ones ask for their CA. */
    void update(String id, Optional<Status> status, Optional<Boolean> autoRegistration) {
        database.writeAndWait(sql -> {
            CaCertificate there = store.require(sql, Arns.checkId(id));
            store.change(
                    sql,
                    id,
                    status.orElse(there.status()),
                    autoRegistration.orElse(there.autoRegistration()),
                    clock.instant());
            return id;
        });
    }

    /** Its certificates stay. */
    void delete(String id) {
        database.writeAndWait(sql -> {
            if (store.require(sql, Arns.checkId(id)).isActive()) {
                throw new AwsError(
                        406,
                        "CertificateStateException",
                        "CA certificate must be deactivated (not ACTIVE) before deletion. id=" + id);
            }
            store.delete(sql, id);
            return id;
        });
    }
}
