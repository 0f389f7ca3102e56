package io.mainswatch.edge.thing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.apache.camel.support.service.ServiceSupport;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the thing connected from start to stop, on a thread of its own. */
public final class ThingConnection extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ThingConnection.class);

    private final ThingEndpoint endpoint;
    private final ReconnectDelay delay;
    private final Runnable onConnected;
    private final BlockingQueue<Throwable> losses = new LinkedBlockingQueue<>();
    private final ThingClient client;
    private final Trouble trouble;
    private final Kicks kicks = new Kicks();
    private final AtomicLong failures = new AtomicLong();
    private volatile String words;
    private final Thread keeper = new Thread(this::keep, "thing-connection");

    /**
     * @param random differs between devices that start in the same instant
     * @param onConnected told, on the keeper's thread, each time the connection is up and subscribed
     */
    public ThingConnection(ThingEndpoint endpoint, RandomGenerator random, Runnable onConnected) throws MqttException {
        this.endpoint = endpoint;
        this.delay = new ReconnectDelay(random);
        this.onConnected = onConnected;
        this.trouble = new Trouble(endpoint, InstantSource.system());
        this.words = "connecting to " + endpoint.uri();
        this.client = new ThingClient(endpoint.uri(), endpoint.thing(), losses::add);
    }

    /** Whether the connection is up; it may be deaf all the same. */
    public boolean isConnected() {
        return client.isConnected();
    }

    /** How often connecting has failed so far. It grows as long as there is no network: a sign of life. */
    public long failures() {
        return failures.get();
    }

    /** What happened last, for an operator. */
    public String words() {
        return words;
    }

    /** The client that Camel's endpoints share. */
    public ThingClient client() {
        return client;
    }

    @Override
    protected void doStart() {
        keeper.setDaemon(true);
        keeper.start();
    }

    @Override
    protected void doStop() throws Exception {
        boolean connected = client.isConnected();
        keeper.interrupt();
        client.leave();
        keeper.join();
        if (connected) {
            LOG.info("disconnected from {}: stopping", endpoint.uri());
        }
    }

    private void keep() {
        try {
            client.awaitSubscriber();
            while (isRunAllowed()) {
                Duration wait = delay.after(connectAndHoldWhatever());
                if (isRunAllowed()) {
                    LOG.info("next try to connect in {} ms", wait.toMillis());
                    TimeUnit.MILLISECONDS.sleep(wait.toMillis());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The connection's keeper stops", e);
        }
    }

    /** Without the keeper there is no connection ever again, so no surprise may end it. */
    private Duration connectAndHoldWhatever() throws InterruptedException {
        try {
            return connectAndHold();
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            LOG.error("the connection to {} failed in a way nobody thought of; it is tried again", endpoint.uri(), e);
            return Duration.ZERO;
        }
    }

    /** One connection from its attempt to its end; the time that it was up. */
    private Duration connectAndHold() throws InterruptedException {
        losses.clear();
        try {
            client.connect(new ThingOptions(endpoint));
        } catch (MqttException e) {
            if (isRunAllowed()) {
                failed(trouble.connecting(e));
            }
            return Duration.ZERO;
        }
        long since = System.nanoTime();
        LOG.info("connected to {} as {}", endpoint.uri(), endpoint.thing());
        words = "connected to " + endpoint.uri();
        onConnected.run();
        Throwable loss = losses.take();
        while (client.isConnected()) {
            loss = losses.take();
        }
        return lost(loss, Duration.ofNanos(System.nanoTime() - since));
    }

    private void failed(String why) {
        failures.incrementAndGet();
        words = "cannot connect to " + endpoint.uri() + ": " + why;
        LOG.warn(words);
    }

    private Duration lost(Throwable loss, Duration held) {
        words = "disconnected from " + endpoint.uri() + ": " + trouble.lost(loss);
        LOG.info(words);
        if (kicks.after(held, loss)) {
            words = trouble.kicked(kicks.inARow());
            LOG.warn(words);
        }
        return held;
    }
}
