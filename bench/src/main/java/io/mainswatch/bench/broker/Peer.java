package io.mainswatch.bench.broker;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A broker under test.
 *
 * @param name for the table
 * @param uri where clients connect to
 * @param options how its clients connect
 */
record Peer(String name, String uri, Supplier<MqttConnectOptions> options) {

    /** More than any load here has in flight. */
    private static final int MAX_IN_FLIGHT = 10_000;

    private static final long PATIENCE_MILLIS = 20_000;

    static Peer plain(String name, int port) {
        return new Peer(name, "tcp://127.0.0.1:" + port, MqttConnectOptions::new);
    }

    static Peer secured(String name, int port, SSLContext tls) {
        return new Peer(name, "ssl://127.0.0.1:" + port, () -> {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setSocketFactory(tls.getSocketFactory());
            return options;
        });
    }

    /** A client that hands what it hears to the listener. */
    MqttAsyncClient connect(String clientId, Hearing listener) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
        client.setCallback(listener);
        MqttConnectOptions how = options.get();
        how.setMaxInflight(MAX_IN_FLIGHT);
        client.connect(how).waitForCompletion(PATIENCE_MILLIS);
        return client;
    }

    static void subscribe(MqttAsyncClient client, String filter) throws MqttException {
        client.subscribe(filter, 1).waitForCompletion(PATIENCE_MILLIS);
    }

    static void close(MqttAsyncClient client) throws MqttException {
        client.disconnectForcibly(500, 500);
        client.close(true);
    }
}
