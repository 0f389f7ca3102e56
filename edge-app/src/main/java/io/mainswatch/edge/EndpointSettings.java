package io.mainswatch.edge;

import static io.mainswatch.edge.EdgeSettings.ENDPOINT;
import static io.mainswatch.edge.EdgeSettings.KEEP_ALIVE;
import static io.mainswatch.edge.EdgeSettings.PORT;
import static io.mainswatch.edge.EdgeSettings.THING_NAME;
import static io.mainswatch.edge.EdgeSettings.TLS;

import io.mainswatch.edge.thing.Link;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

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
                settings.text(TLS).equals("on") ? new TlsSettings(settings).link() : plain());
    }

    private Link plain() {
        String host = settings.text(ENDPOINT);
        if (!isLoopback(host)) {
            throw problem(TLS, "off: must be on, because " + ENDPOINT + " = " + host + " is not a loopback address.");
        }
        return new Link.Plain();
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
