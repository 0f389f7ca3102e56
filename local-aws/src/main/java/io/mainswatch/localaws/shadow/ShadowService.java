package io.mainswatch.localaws.shadow;

import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.ServiceFault.ShadowReject;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.shadow.Rejected;
import io.mainswatch.shadow.RequestTopic;
import io.mainswatch.shadow.ShadowLimits;
import io.mainswatch.shadow.ShadowOperation;
import io.mainswatch.shadow.ShadowRules;
import io.mainswatch.shadow.ShadowState;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests, has them answered one after another, and publishes the answers once they are on disk. */
public final class ShadowService {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowService.class);

    /** So that a flood of requests cannot fill the memory; AWS's own limit is far lower. */
    private static final int MAX_WAITING = 10_000;

    private final Database database;
    private final ShadowStore store;
    private final Broker broker;
    private final Faults faults;
    private final Changes changes;
    private final Clock clock;
    private final ShadowDesk desk = new ShadowDesk(new ShadowRules(ShadowLimits.AWS));
    private final AtomicInteger waiting = new AtomicInteger();

    public ShadowService(
            Database database, ShadowStore store, Broker broker, Faults faults, Changes changes, Clock clock) {
        this.database = database;
        this.store = store;
        this.broker = broker;
        this.faults = faults;
        this.changes = changes;
        this.clock = clock;
    }

    /** A request by MQTT message: all that comes of it goes out by MQTT. */
    public void message(RequestTopic request, byte[] payload) {
        answer(request, payload).thenAccept(this::publish);
    }

    /**
     * A request by HTTP: the caller has the answer; of accepted updates and deletes subscribers hear too, as on AWS. The
     * future never fails.
     */
    public CompletableFuture<ShadowAnswer> call(RequestTopic request, byte[] payload) {
        return answer(request, payload).thenApply(answer -> {
            if (answer.refusal().isEmpty() && request.operation() != ShadowOperation.GET) {
                publish(answer);
            }
            return answer;
        });
    }

    private CompletableFuture<ShadowAnswer> answer(RequestTopic request, byte[] payload) {
        Optional<ShadowReject> reject = struck(request);
        if (reject.isPresent()) {
            return CompletableFuture.completedFuture(
                    refused(request, reject.get().code(), reject.get().message()));
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(refused(request, 429, "Too many requests are waiting"));
        }
        return database.write(sql -> {
                    ShadowState current = store.load(sql, request.shadow());
                    ShadowAnswer answer = desk.answer(request, current, payload, clock.instant());
                    if (answer.next().isPresent()) {
                        store.save(sql, request.shadow(), answer.next().get());
                    }
                    return answer;
                })
                .exceptionally(failure -> {
                    LOG.error("shadow {}: {} failed: {}", request.shadow(), request.operation(), failure.toString());
                    return refused(request, 500, "Internal service failure");
                })
                .whenComplete((answer, failure) -> waiting.decrementAndGet());
    }

    private Optional<ShadowReject> struck(RequestTopic request) {
        return request.operation() == ShadowOperation.UPDATE
                ? faults.strike(ShadowReject.class, request.shadow().thing())
                : Optional.empty();
    }

    private void publish(ShadowAnswer answer) {
        answer.messages()
                .forEach(message ->
                        broker.publish(message.topic(), message.payload().bytes(), Qos.AT_LEAST_ONCE));
        if (answer.next().isPresent()) {
            changes.announce(Changes.Kind.THINGS);
        }
    }

    private static ShadowAnswer refused(RequestTopic request, int code, String message) {
        return ShadowAnswer.refused(request.rejected(), new Rejected(code, message, Optional.empty()));
    }
}
