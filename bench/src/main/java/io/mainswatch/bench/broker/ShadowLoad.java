package io.mainswatch.bench.broker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * Things that update their shadows: each hears {@code accepted} of its own, and one more client hears the documents of all,
 * as a cloud does.
 */
final class ShadowLoad {

    private static final int IN_FLIGHT = 8;

    private final Peer peer;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong documents = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    ShadowLoad(Peer peer) {
        this.peer = peer;
    }

    /** Updates a second that were both accepted and told of, after a warm-up of half the time. */
    double throughput(int things, int seconds) throws MqttException, InterruptedException {
        List<MqttAsyncClient> clients = new ArrayList<>();
        try {
            MqttAsyncClient cloud = peer.connect("bench-cloud", (topic, payload) -> documents.incrementAndGet());
            clients.add(cloud);
            Peer.subscribe(cloud, "$aws/things/+/shadow/update/documents");
            for (int i = 0; i < things; i++) {
                clients.add(thing("bench-" + i));
            }
            TimeUnit.MILLISECONDS.sleep(seconds * 500L);
            long acceptedBefore = accepted.get();
            long documentsBefore = documents.get();
            long began = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            double elapsed = (System.nanoTime() - began) / 1e9;
            if (rejected.get() > 0) {
                throw new IllegalStateException(rejected + " updates were rejected");
            }
            return Math.min(accepted.get() - acceptedBefore, documents.get() - documentsBefore) / elapsed;
        } finally {
            for (MqttAsyncClient client : clients) {
                Peer.close(client);
            }
        }
    }

    private MqttAsyncClient thing(String name) throws MqttException {
        String update = "$aws/things/" + name + "/shadow/update";
        AtomicLong number = new AtomicLong();
        MqttAsyncClient[] thing = new MqttAsyncClient[1];
        thing[0] = peer.connect(name, (topic, payload) -> {
            (topic.endsWith("/accepted") ? accepted : rejected).incrementAndGet();
            thing[0].publish(update, report(number.incrementAndGet()), 1, false);
        });
        Peer.subscribe(thing[0], update + "/accepted");
        Peer.subscribe(thing[0], update + "/rejected");
        for (int i = 0; i < IN_FLIGHT; i++) {
            thing[0].publish(update, report(number.incrementAndGet()), 1, false);
        }
        return thing[0];
    }

    /** About as long as an edge's report. */
    private static byte[] report(long number) {
        return ("{\"state\":{\"reported\":{\"status\":\"off\",\"power\":{\"at\":1763905623120,\"age\":180,"
                        + "\"clock\":\"synced\",\"dips\":0},\"event\":{\"seq\":" + number
                        + ",\"boot\":\"6f1c2a9e\",\"input\":\"power\"}}},\"clientToken\":\"6f1c2a9e-" + number + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
