package io.mainswatch.edge.check;

import io.mainswatch.settings.SettingsException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Whom the device takes for the server's guarantors. */
public final class RootsCheck implements Check {

    private final Credentials credentials;
    private final InstantSource clock;

    public RootsCheck(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "root CA";
    }

    @Override
    public Finding look() {
        try {
            List<X509Certificate> roots = credentials.roots();
            if (roots.isEmpty()) {
                return Finding.ok("those of the Java runtime, Amazon's among them (mainswatch.root-ca is not set)");
            }
            Date now = Date.from(clock.instant());
            String names = roots.stream()
                    .map(root -> root.getSubjectX500Principal()
                            + (root.getNotAfter().before(now)
                                    ? " (expired " + root.getNotAfter().toInstant() + ")"
                                    : ""))
                    .collect(Collectors.joining("; "));
            return roots.stream().allMatch(root -> root.getNotAfter().before(now))
                    ? Finding.failed(
                            names, "install AmazonRootCA1.pem, or the root of your stand-in, as mainswatch.root-ca")
                    : Finding.ok(names);
        } catch (SettingsException e) {
            return Finding.failed(e.getMessage(), "");
        }
    }
}
