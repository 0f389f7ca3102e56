package io.mainswatch.edge.thing;

import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/** How a thing connects, with the endpoint itself, because Paho hands these options to {@link LinkFactory}. */
final class ThingOptions extends MqttConnectOptions {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ThingEndpoint endpoint;

    ThingOptions(ThingEndpoint endpoint) {
        this.endpoint = endpoint;
        setKeepAliveInterval((int) endpoint.keepAlive().toSeconds());
        setConnectionTimeout((int) CONNECT.toSeconds());
        // Otherwise Paho tries MQTT 3.1 after each failure, at once.
        setMqttVersion(MQTT_VERSION_3_1_1);
        setCleanSession(true);
        setAutomaticReconnect(false);
    }

    LinkModule module() {
        return new LinkModule(endpoint, CONNECT);
    }
}
