package io.mainswatch.edge.check;

import io.mainswatch.edge.tls.Identity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What TLS rests on; each is read when asked for, and a {@code SettingsException} says why it cannot be used. */
public interface Credentials {

    /** The thing's key and certificate, which belong together. */
    Identity identity();

    /** The file of the private key, if it is in one that others on this machine can read. */
    Optional<Path> exposedKey();

    /** The roots that are trusted; empty for the Java runtime's own list. */
    List<X509Certificate> roots();
}
