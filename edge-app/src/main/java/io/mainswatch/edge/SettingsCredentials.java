package io.mainswatch.edge;

import io.mainswatch.edge.check.Credentials;
import io.mainswatch.edge.tls.Identity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What the settings give for TLS, for the checks. */
record SettingsCredentials(TlsSettings settings) implements Credentials {

    @Override
    public Identity identity() {
        return settings.identity();
    }

    @Override
    public Optional<Path> exposedKey() {
        return settings.exposedKey();
    }

    @Override
    public List<X509Certificate> roots() {
        return settings.roots();
    }
}
