package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.broker.Gatekeeper;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The room, opened: its authority, its books, and what it is to the broker and to callers. */
public final class Identity {

    private final Database database;
    private final CertificateAuthority authority;
    private final ServerCertificate server;
    private final Certificates certificates;
    private final CaRegistrations registrations;
    private final FirstConnections firstConnections;
    private final Attachments attachments = new Attachments();
    private final Changes changes;
    private final Clock clock;

    /**
     * Reads the authority and the server's certificate from the folder, or makes them.
     *
     * @param host the address that the ports listen on
     * @param names more names by which clients call this machine
     * @throws io.mainswatch.localaws.start.StartException if the folder cannot be used
     */
    public Identity(Path folder, Database database, String host, List<String> names, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
        authority = CertificateAuthority.open(folder, clock);
        server = new ServerCertificate(authority, HostNames.of(host, names), folder, clock);
        certificates = new Certificates(database, authority, attachments, changes, clock);
        registrations = new CaRegistrations(database, certificates, changes, clock);
        firstConnections = new FirstConnections(registrations, clock);
    }

    /** The certificate that clients must trust, as PEM. */
    public Path rootCa() {
        return authority.rootFile();
    }

    /** For a server that wants certificates of devices. */
    public SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new ServerKeys(server, authority.root())},
                    new TrustManager[] {new DeviceTrust(authority, firstConnections, clock)},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** To be called before anybody connects. */
    public void publishTo(Publisher publisher) {
        firstConnections.publishTo(publisher);
    }

    /** What the broker asks. */
    public Gatekeeper gatekeeper() {
        return new PolicyGate(database, changes);
    }

    /** The control-plane calls. */
    public List<HttpApi> apis(ThingRegistry things) {
        PolicyBook policies = new PolicyBook(database, changes, clock);
        RegistrationCode code = new RegistrationCode(database);
        return List.of(
                new CertificateApi(certificates, registrations),
                new CaCertificateApi(new CaCertificates(database, code, clock), code),
                new PolicyApi(policies),
                new AttachmentApi(new AttachmentBook(database, attachments, changes)),
                new ProvisioningApi(new Registrar(database, things, certificates, policies, attachments, changes)));
    }

    /** Keeps things that have certificates from being deleted. */
    public void guard(ThingRegistry things) {
        things.guardDeletion(attachments::requireNoPrincipals);
    }
}
