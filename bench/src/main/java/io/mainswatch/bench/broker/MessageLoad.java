package io.mainswatch.bench.broker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Messages of 200 bytes with QoS 1 from some publishers to one subscriber. */
final class MessageLoad {

    private static final int PAYLOAD_BYTES = 200;
    private static final int LATENCY_RATE = 500;

    private final Peer peer;

    MessageLoad(Peer peer) {
        this.peer = peer;
    }

    /**
     * Closed loop: each publisher has a window of messages that have not arrived yet.
     *
     * @return messages that arrived, a second, after a warm-up of half the time
     */
    double throughput(int publishers, int window, int seconds) throws MqttException, InterruptedException {
        AtomicLong arrived = new AtomicLong();
        List<Semaphore> windows = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
            windows.add(new Semaphore(window));
        }
        MqttAsyncClient subscriber = peer.connect("bench-subscriber", (topic, payload) -> {
            arrived.incrementAndGet();
            windows.get(ByteBuffer.wrap(payload).getInt()).release();
        });
        Peer.subscribe(subscriber, "bench/+");
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            for (int i = 0; i < publishers; i++) {
                int number = i;
                MqttAsyncClient publisher = peer.connect("bench-" + i, (topic, payload) -> {});
                threads.submit(() -> publish(publisher, number, windows.get(number)));
            }
            TimeUnit.MILLISECONDS.sleep(seconds * 500L);
            long before = arrived.get();
            long began = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            return (arrived.get() - before) * 1e9 / (System.nanoTime() - began);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
            Peer.close(subscriber);
        }
    }

    private static Object publish(MqttAsyncClient client, int number, Semaphore window) throws MqttException {
        byte[] payload =
                ByteBuffer.allocate(PAYLOAD_BYTES).putInt(number).rewind().array();
        try {
            while (true) {
                window.acquire();
                client.publish("bench/" + number, payload, 1, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            Peer.close(client);
        }
    }

    /**
     * Open loop: one publisher at a fixed rate, whatever comes back.
     *
     * @return microseconds from the moment a message was due to its arrival
     */
    long[] latency(int seconds) throws MqttException, InterruptedException {
        int messages = LATENCY_RATE * seconds;
        long[] micros = new long[messages];
        Semaphore arrived = new Semaphore(0);
        MqttAsyncClient subscriber = peer.connect("bench-subscriber", (topic, payload) -> {
            ByteBuffer sent = ByteBuffer.wrap(payload);
            micros[sent.getInt()] = (System.nanoTime() - sent.getLong()) / 1_000;
            arrived.release();
        });
        Peer.subscribe(subscriber, "bench/+");
        MqttAsyncClient publisher = peer.connect("bench-0", (topic, payload) -> {});
        long began = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            long due = began + i * (1_000_000_000L / LATENCY_RATE);
            LockSupport.parkNanos(due - System.nanoTime());
            byte[] payload =
                    ByteBuffer.allocate(PAYLOAD_BYTES).putInt(i).putLong(due).array();
            publisher.publish("bench/0", payload, 1, false);
        }
        if (!arrived.tryAcquire(messages, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    peer.name() + ": " + (messages - arrived.availablePermits()) + " are missing");
        }
        Peer.close(publisher);
        Peer.close(subscriber);
        return micros;
    }
}
