package io.mainswatch.edge;

import static io.mainswatch.edge.EdgeSettings.CERTIFICATE;
import static io.mainswatch.edge.EdgeSettings.ENDPOINT;
import static io.mainswatch.edge.EdgeSettings.KEEP_ALIVE;
import static io.mainswatch.edge.EdgeSettings.PORT;
import static io.mainswatch.edge.EdgeSettings.PRIVATE_KEY;
import static io.mainswatch.edge.EdgeSettings.ROOT_CA;
import static io.mainswatch.edge.EdgeSettings.THING_NAME;
import static io.mainswatch.edge.EdgeSettings.TLS;

import io.mainswatch.edge.thing.NoDelay;
import io.mainswatch.edge.thing.NoDelayTls;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import javax.net.SocketFactory;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;

/** Makes the thing's endpoint from the settings, and checks what one key alone cannot show. */
final class EndpointSettings {

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

    private SocketFactory plain() {
        String host = settings.text(ENDPOINT);
        if (!isLoopback(host)) {
            throw problem(TLS, "off: must be on, because " + ENDPOINT + " = " + host + " is not a loopback address.");
        }
        return new NoDelay(SocketFactory.getDefault());
    }

    private SocketFactory tls() {
        Path certificate = required(CERTIFICATE);
        Path key = required(PRIVATE_KEY);
        SSLFactory.Builder tls = SSLFactory.builder();
        try {
            tls.withIdentityMaterial(PemUtils.loadIdentityMaterial(certificate, key));
        } catch (RuntimeException e) {
            throw problem(CERTIFICATE, certificate + " with " + PRIVATE_KEY + " = " + key + ": " + needsPem(e));
        }
        if (settings.find(ROOT_CA).isEmpty()) {
            return new NoDelayTls(tls.withDefaultTrustMaterial().build().getSslSocketFactory());
        }
        Path root = settings.path(ROOT_CA);
        try {
            return new NoDelayTls(tls.withTrustMaterial(PemUtils.loadTrustMaterial(root))
                    .build()
                    .getSslSocketFactory());
        } catch (RuntimeException e) {
            throw problem(ROOT_CA, root + ": " + needsPem(e));
        }
    }

    private Path required(String key) {
        return settings.find(key)
                .map(Path::of)
                .orElseThrow(() -> new SettingsException(List.of(new Problem(
                        EdgeSettings.FILE,
                        0,
                        true,
                        key + " is not set; with " + TLS + " = on it must be a PEM file."))));
    }

    private static String needsPem(RuntimeException e) {
        return "must be PEM files that belong together (" + e + ").";
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
