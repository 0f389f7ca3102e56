package io.mainswatch.localaws.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.PresenceFault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The way of a lifecycle event to its subscribers: once and in order, unless a fault strikes. */
final class PresencePost {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Publisher publisher;
    private final Faults faults;

    /** By client: an event that waits for the next one. */
    private final Map<String, PresenceEvent> held = new ConcurrentHashMap<>();

    PresencePost(Publisher publisher, Faults faults) {
        this.publisher = publisher;
        this.faults = faults;
    }

    void send(LifecycleEvent event) {
        if (event instanceof PresenceEvent presence) {
            send(presence);
        } else {
            publisher.publish(event.topic(), json(event), Qos.AT_LEAST_ONCE);
        }
    }

    private void send(PresenceEvent event) {
        String client = event.clientId();
        if (faults.strike(PresenceFault.Drop.class, client).isPresent()) {
            return;
        }
        PresenceEvent told = faults.strike(PresenceFault.Skew.class, client)
                .map(fault -> event.skewed(fault.skew()))
                .orElse(event);
        faults.strike(PresenceFault.Delay.class, client)
                .ifPresentOrElse(fault -> after(fault.delay(), () -> pass(told)), () -> pass(told));
    }

    private void pass(PresenceEvent event) {
        PresenceEvent earlier = held.remove(event.clientId());
        if (earlier != null) {
            publish(event);
            publish(earlier);
            return;
        }
        Optional<PresenceFault.Reorder> reorder = faults.strike(PresenceFault.Reorder.class, event.clientId());
        if (reorder.isEmpty()) {
            publish(event);
            return;
        }
        held.put(event.clientId(), event);
        after(reorder.get().atMost(), () -> {
            if (held.remove(event.clientId(), event)) {
                publish(event);
            }
        });
    }

    private void publish(PresenceEvent event) {
        byte[] json = json(event);
        publisher.publish(event.topic(), json, Qos.AT_LEAST_ONCE);
        if (faults.strike(PresenceFault.Duplicate.class, event.clientId()).isPresent()) {
            publisher.publish(event.topic(), json, Qos.AT_LEAST_ONCE);
        }
    }

    private static void after(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    private static byte[] json(LifecycleEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A lifecycle event has no JSON", e);
        }
    }
}
