package io.mainswatch.edge.thing;

import java.time.Duration;

/**
 * Where the thing connects, and how.
 *
 * @param thing its name, which is also its MQTT client id: AWS policies rest on that
 * @param keepAlive whole seconds between signs of life; after one and a half of them AWS takes the thing for lost
 * @param link plain TCP or TLS
 */
public record ThingEndpoint(String thing, String host, int port, Duration keepAlive, Link link) {

    /** For messages and for Paho, for example {@code mqtts://a1b2-ats.iot.eu-central-1.amazonaws.com:8883}. */
    String uri() {
        return link.scheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
