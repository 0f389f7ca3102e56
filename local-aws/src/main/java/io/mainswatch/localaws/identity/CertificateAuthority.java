package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.start.StartException;
import io.mainswatch.localaws.store.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The authority whose root every client of this stand-in trusts, as Amazon's is trusted elsewhere. Made at the first
 * start and kept: {@code root-ca.pem} is for everybody, {@code root-ca-key.pem} for this program only. The certificate
 * is written last, so that where it is, the key is.
 */
final class CertificateAuthority {

    private static final String SUBJECT = "CN=local-aws Root CA,O=Mainswatch";

    /** As AWS: until the end of 2049, the last day that certificates write with two digits for the year. */
    private static final Instant END = Instant.parse("2049-12-31T23:59:59Z");

    /** Clocks of devices lag; AWS allows for it in the same way. */
    private static final Duration LAG = Duration.ofMinutes(2);

    private final X509Certificate root;
    private final PrivateKey key;
    private final Path rootFile;
    private final Clock clock;

    private CertificateAuthority(X509Certificate root, PrivateKey key, Path rootFile, Clock clock) {
        this.root = root;
        this.key = key;
        this.rootFile = rootFile;
        this.clock = clock;
    }

    /**
     * Reads it from the folder, or makes it.
     *
     * @throws StartException if the files cannot be read, or are not what was written
     */
    static CertificateAuthority open(Path folder, Clock clock) {
        Path rootFile = folder.resolve("root-ca.pem");
        Path keyFile = folder.resolve("root-ca-key.pem");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(rootFile)) {
                make(rootFile, keyFile, clock.instant());
            }
            X509Certificate root = Pem.certificates(Files.readString(rootFile)).get(0);
            return new CertificateAuthority(root, Pem.privateKey(Files.readString(keyFile)), rootFile, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw StartException.folderUnusable(folder, e);
        }
    }

    private static void make(Path rootFile, Path keyFile, Instant now) throws IOException, GeneralSecurityException {
        KeyPair keys = Signer.newKeys();
        X509Certificate root =
                new Signer(new X500Name(SUBJECT), keys.getPrivate(), keys.getPublic()).root(now.minus(LAG), END);
        DurableFile.writeSecret(keyFile, Pem.writeKey(keys.getPrivate()));
        DurableFile.write(rootFile, Pem.write(root));
    }

    X509Certificate root() {
        return root;
    }

    /** The root as PEM, for clients. */
    Path rootFile() {
        return rootFile;
    }

    /** Whether the certificate is one of ours, and not only says so. */
    boolean hasSigned(X509Certificate certificate) {
        return Issuers.hasSigned(root, certificate);
    }

    /** Signs a certificate for this machine. */
    X509Certificate signServer(PublicKey owner, List<String> names, Duration life) throws GeneralSecurityException {
        Instant now = clock.instant();
        return signer().server(owner, names, now.minus(LAG), now.plus(life));
    }

    /** Signs a certificate for a device, which is good to the end. */
    X509Certificate signDevice(PublicKey owner, X500Name subject) throws GeneralSecurityException {
        return signer().device(owner, subject, clock.instant().minus(LAG), END);
    }

    /** Made when it is needed: most starts sign nothing. */
    private Signer signer() {
        X500Name name = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        return new Signer(name, key, root.getPublicKey());
    }
}
