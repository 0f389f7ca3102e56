package io.mainswatch.edge;

import static io.mainswatch.edge.EdgeSettings.CERTIFICATE;
import static io.mainswatch.edge.EdgeSettings.ENDPOINT;
import static io.mainswatch.edge.EdgeSettings.KEEP_ALIVE;
import static io.mainswatch.edge.EdgeSettings.PORT;
import static io.mainswatch.edge.EdgeSettings.PRIVATE_KEY;
import static io.mainswatch.edge.EdgeSettings.PRIVATE_KEY_PASSWORD;
import static io.mainswatch.edge.EdgeSettings.ROOT_CA;
import static io.mainswatch.edge.EdgeSettings.THING_NAME;
import static io.mainswatch.edge.EdgeSettings.TLS;

import io.mainswatch.edge.thing.Link;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.edge.tls.CredentialsException;
import io.mainswatch.edge.tls.Identity;
import io.mainswatch.edge.tls.MutualTls;
import io.mainswatch.settings.Pem;
import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the thing's endpoint from the settings, and checks what one key alone cannot show. */
final class EndpointSettings {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointSettings.class);

    /** On this port AWS IoT speaks MQTT only to those who ask for it by ALPN. */
    private static final int HTTPS = 443;

    private final Settings settings;

    EndpointSettings(Settings settings) {
        this.settings = settings;
    }

    /** The endpoint; a {@link SettingsException} if its keys do not fit together. */
    ThingEndpoint endpoint() {
        return new ThingEndpoint(
                settings.text(THING_NAME),
                settings.text(ENDPOINT),
                settings.whole(PORT),
                settings.time(KEEP_ALIVE),
                settings.text(TLS).equals("on") ? tls() : plain());
    }

    private Link plain() {
        String host = settings.text(ENDPOINT);
        if (!isLoopback(host)) {
            throw problem(TLS, "off: must be on, because " + ENDPOINT + " = " + host + " is not a loopback address.");
        }
        return new Link.Plain();
    }

    private Link tls() {
        List<X509Certificate> chain = certificates(CERTIFICATE);
        Identity identity = identity(chain);
        List<X509Certificate> roots = settings.find(ROOT_CA).isPresent() ? certificates(ROOT_CA) : List.of();
        warn(identity);
        List<String> alpn = settings.whole(PORT) == HTTPS ? List.of(Link.Tls.AWS_MQTT) : List.of();
        return new Link.Tls(MutualTls.sockets(identity, roots), alpn);
    }

    private List<X509Certificate> certificates(String key) {
        String pem = pem(key);
        try {
            return Identity.certificates(pem);
        } catch (CredentialsException e) {
            throw unusable(key, e);
        }
    }

    private Identity identity(List<X509Certificate> chain) {
        String pem = pem(PRIVATE_KEY);
        try {
            return Identity.of(chain, pem, settings.find(PRIVATE_KEY_PASSWORD).orElse(""));
        } catch (CredentialsException e) {
            throw unusable(PRIVATE_KEY, e);
        }
    }

    private void warn(Identity identity) {
        identity.outOfDate(Instant.now()).ifPresent(LOG::warn);
        Pem.file(settings.text(PRIVATE_KEY))
                .filter(EndpointSettings::isOpenToOthers)
                .ifPresent(file -> LOG.warn("others on this machine can read the private key: chmod 600 {}", file));
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("The permissions of {} are not known", file, e);
            return false;
        }
    }

    private String pem(String key) {
        return settings.find(key)
                .flatMap(Pem::text)
                .orElseThrow(() -> new SettingsException(List.of(new Problem(
                        EdgeSettings.FILE,
                        0,
                        true,
                        key + " is not set; with " + TLS + " = on it must be a PEM file, PEM text or its base64."))));
    }

    private SettingsException unusable(String key, CredentialsException e) {
        return problem(key, Pem.shown(settings.text(key)) + ": " + e.getMessage());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static SettingsException problem(String key, String what) {
        return new SettingsException(List.of(new Problem(EdgeSettings.FILE, 0, false, key + " = " + what)));
    }
}
