package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.start.StartException;
import io.mainswatch.localaws.store.Damaged;
import io.mainswatch.localaws.store.DurableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By what this machine shows clients that it is the one they mean. Key and certificate are one file,
 * {@code server.pem}, so that they always belong together; a new pair is made when the names change or the end is near,
 * also while the program runs.
 */
final class ServerCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

    /** No longer than what clients accept of a public server. */
    private static final Duration LIFE = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final List<String> names;
    private final Path file;
    private final Clock clock;
    private Pair current;

    /** What a TLS server shows. */
    record Pair(PrivateKey key, X509Certificate certificate) {}

    /**
     * Reads it, or makes it.
     *
     * @throws StartException if the folder cannot be used
     */
    ServerCertificate(CertificateAuthority authority, List<String> names, Path folder, Clock clock) {
        this.authority = authority;
        this.names = names;
        this.file = folder.resolve("server.pem");
        this.clock = clock;
        try {
            Optional<Pair> stored = stored().filter(this::isOurs).filter(pair -> !endsSoon(pair));
            current = stored.isPresent() ? stored.get() : renew();
        } catch (IOException | GeneralSecurityException e) {
            throw StartException.folderUnusable(folder, e);
        }
    }

    /** The pair to show now. */
    synchronized Pair current() {
        if (endsSoon(current)) {
            try {
                current = renew();
            } catch (IOException | GeneralSecurityException e) {
                LOG.error(
                        "the server certificate, good until {}, could not be renewed: {}",
                        current.certificate().getNotAfter().toInstant(),
                        e.toString());
            }
        }
        return current;
    }

    private Optional<Pair> stored() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            return Optional.of(
                    new Pair(Pem.privateKey(text), Pem.certificates(text).get(0)));
        } catch (GeneralSecurityException | CharacterCodingException e) {
            // No loss: the root, which clients trust, signs another.
            LOG.warn(
                    "{} is damaged ({}); it is kept as {} and made anew", file, e.getMessage(), Damaged.setAside(file));
            return Optional.empty();
        }
    }

    private boolean endsSoon(Pair pair) {
        return pair.certificate()
                .getNotAfter()
                .toInstant()
                .isBefore(clock.instant().plus(RENEWED_BEFORE_END));
    }

    private boolean isOurs(Pair pair) {
        return authority.hasSigned(pair.certificate()) && HostNames.has(pair.certificate(), names);
    }

    private Pair renew() throws IOException, GeneralSecurityException {
        KeyPair keys = Signer.newKeys();
        X509Certificate certificate = authority.signServer(keys.getPublic(), names, LIFE);
        DurableFile.writeSecret(file, Pem.writeKey(keys.getPrivate()) + Pem.write(certificate));
        return new Pair(keys.getPrivate(), certificate);
    }
}
