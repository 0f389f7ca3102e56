package io.mainswatch.edge.check;

import io.mainswatch.edge.tls.Identity;
import io.mainswatch.settings.SettingsException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether the thing's certificate belongs to its key, counts now, and nobody else can take the key. */
public final class CertificateCheck implements Check {

    /** Time to make a new one before the old one ends. */
    private static final Duration SOON = Duration.ofDays(30);

    private static final String RENEW =
            "make a new certificate in AWS IoT, attach thing and policy to it, and install it";

    private final Credentials credentials;
    private final InstantSource clock;

    public CertificateCheck(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public Finding look() {
        try {
            Identity identity = credentials.identity();
            Optional<Path> exposed = credentials.exposedKey();
            Optional<String> outOfDate = identity.outOfDate(clock.instant());
            if (outOfDate.isPresent()) {
                return Finding.failed(outOfDate.get(), RENEW + ", unless it is the clock");
            }
            if (exposed.isPresent()) {
                return Finding.failed("others on this machine can read the private key", "chmod 600 " + exposed.get());
            }
            return dates(identity.chain().get(0));
        } catch (SettingsException e) {
            return Finding.failed(e.getMessage(), "");
        }
    }

    private Finding dates(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration left = Duration.between(clock.instant(), end);
        String what = certificate.getSubjectX500Principal() + " from " + certificate.getIssuerX500Principal()
                + ", with its key; valid until " + end.truncatedTo(ChronoUnit.DAYS) + ", "
                + left.toDays() + " days";
        return left.compareTo(SOON) > 0 ? Finding.ok(what) : Finding.failed(what, RENEW);
    }
}
