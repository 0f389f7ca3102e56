package io.mainswatch.edge.thing;

import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * Where the thing connects, and how.
 *
 * @param thing its name, which is also its MQTT client id: AWS policies rest on that
 * @param keepAlive whole seconds between signs of life; after one and a half of them AWS takes the thing for lost
 * @param sockets makes the connections; TLS if and only if it is an {@link SSLSocketFactory}
 */
public record ThingEndpoint(String thing, String host, int port, Duration keepAlive, SocketFactory sockets) {

    private static final int CONNECT_SECONDS = 10;

    String uri() {
        return (sockets instanceof SSLSocketFactory ? "ssl://" : "tcp://") + host + ":" + port;
    }

    MqttConnectOptions connectOptions() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setKeepAliveInterval((int) keepAlive.toSeconds());
        options.setConnectionTimeout(CONNECT_SECONDS);
        // Otherwise Paho tries MQTT 3.1 after each failure, at once.
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setAutomaticReconnect(false);
        return options;
    }
}
