package io.mainswatch.edge.thing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A Paho client that Camel's endpoints can share over reconnects: it keeps what was subscribed, takes subscriptions
 * before there is a connection, and gives up a connection that does not answer. No call waits without end.
 */
public final class ThingClient extends MqttClient {

    private static final long CONNECT_MILLIS = 10_000;
    private static final long OPERATION_MILLIS = 5_000;
    private static final long GOODBYE_MILLIS = 1_000;

    private final Map<String, Integer> subscriptions = new ConcurrentHashMap<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Consumer<Throwable> onLost;
    private MqttCallback callback;

    /** @param onLost hears why, on another thread, each time an established connection is gone */
    public ThingClient(String serverUri, String thing, Consumer<Throwable> onLost) throws MqttException {
        super(serverUri, thing, new MemoryPersistence());
        this.onLost = onLost;
        setTimeToWait(OPERATION_MILLIS);
    }

    /** Waits until an endpoint has subscribed: before that, answers would go unheard. */
    void awaitSubscriber() throws InterruptedException {
        subscribed.await();
    }

    /** Connects and subscribes to everything again; a failure leaves nothing half open. */
    @Override
    public void connect(MqttConnectOptions options) throws MqttException {
        MqttAsyncClient fresh = fresh();
        try {
            fresh.connect(options, null, null).waitForCompletion(CONNECT_MILLIS);
            for (Map.Entry<String, Integer> each : subscriptions.entrySet()) {
                super.subscribe(new String[] {each.getKey()}, new int[] {each.getValue()}, null);
            }
        } catch (MqttException e) {
            drop();
            throw e;
        }
    }

    @Override
    public void subscribe(String[] filters, int[] qos, IMqttMessageListener[] listeners) throws MqttException {
        for (int i = 0; i < filters.length; i++) {
            subscriptions.put(filters[i], qos[i]);
        }
        if (isConnected()) {
            super.subscribe(filters, qos, listeners);
        }
        subscribed.countDown();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Without a PUBACK in time the connection is given up: Paho would keep the message in its window, and ten of
     * them would block every later one while pings still go through.
     */
    @Override
    public void publish(String topic, MqttMessage message) throws MqttException {
        try {
            live().publish(topic, message, null, null).waitForCompletion(OPERATION_MILLIS);
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttException.REASON_CODE_CLIENT_TIMEOUT) {
                giveUp(e);
            }
            throw e;
        }
    }

    @Override
    public boolean isConnected() {
        return live().isConnected();
    }

    @Override
    public synchronized void setCallback(MqttCallback callback) {
        this.callback = new LossHeard(callback, onLost);
        live().setCallback(this.callback);
    }

    /** Begins the connection anew, for a reason that goes to the log. */
    public void renew(String reason) throws MqttException {
        giveUp(new IllegalStateException(reason));
    }

    private void giveUp(Throwable reason) throws MqttException {
        drop();
        onLost.accept(reason);
    }

    /** Says goodbye (DISCONNECT), so that nobody takes the silence for a loss; an attempt to connect is given up. */
    void leave() throws MqttException {
        if (isConnected()) {
            live().disconnect(GOODBYE_MILLIS, null, null).waitForCompletion(2 * GOODBYE_MILLIS);
        } else {
            drop();
        }
    }

    private synchronized MqttAsyncClient live() {
        return aClient;
    }

    /**
     * Every attempt has a client of its own. A timed-out one may still sit in a name look-up; were it used again, it
     * could connect later, behind our back and under our own name.
     */
    private synchronized MqttAsyncClient fresh() throws MqttException {
        aClient.close(true);
        aClient = new MqttAsyncClient(getServerURI(), getClientId(), new MemoryPersistence());
        aClient.setCallback(callback);
        return aClient;
    }

    private void drop() throws MqttException {
        live().disconnectForcibly(0, 1, false);
    }
}
