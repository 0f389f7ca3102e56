package io.mainswatch.localaws.shadow;

import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.ServiceFault.ShadowReject;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
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

    /** So that a flood of requests, each for another thing, cannot fill the memory. */
    private static final int MAX_WAITING = 10_000;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Database database;
    private final ShadowStore store;
    private final Publisher publisher;
    private final Faults faults;
    private final Changes changes;
    private final ShadowQuota quota;
    private final Clock clock;
    private final ShadowDesk desk = new ShadowDesk(new ShadowRules(ShadowLimits.AWS));
    private final AtomicInteger waiting = new AtomicInteger();

    public ShadowService(
            Database database,
            ShadowStore store,
            Publisher publisher,
            Faults faults,
            Changes changes,
            ShadowQuota quota,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.publisher = publisher;
        this.faults = faults;
        this.changes = changes;
        this.quota = quota;
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
            return refused(request, payload, reject.get().code(), reject.get().message());
        }
        String thing = request.shadow().thing();
        if (!quota.admits(thing)) {
            return refused(request, payload, TOO_MANY_REQUESTS, "Too many requests for thing " + thing);
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            ended(thing);
            return refused(request, payload, TOO_MANY_REQUESTS, "Too many requests are waiting");
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
                    return desk.refuse(request, payload, 500, "Internal service failure");
                })
                .whenComplete((answer, failure) -> ended(thing));
    }

    private Optional<ShadowReject> struck(RequestTopic request) {
        return request.operation() == ShadowOperation.UPDATE
                ? faults.strike(ShadowReject.class, request.shadow().thing())
                : Optional.empty();
    }

    private CompletableFuture<ShadowAnswer> refused(RequestTopic request, byte[] payload, int code, String why) {
        return CompletableFuture.completedFuture(desk.refuse(request, payload, code, why));
    }

    private void ended(String thing) {
        waiting.decrementAndGet();
        quota.answered(thing);
    }

    /** Whoever has read the answer may rely on it that every persistent session hears of the change. */
    private void publish(ShadowAnswer answer) {
        int last = answer.messages().size() - 1;
        answer.messages().subList(0, last).forEach(this::publish);
        publisher.whenKept(() -> publish(answer.messages().get(last)));
        if (answer.next().isPresent()) {
            changes.announce(Changes.Kind.THINGS);
        }
    }

    private void publish(ShadowAnswer.Message message) {
        publisher.publish(message.topic(), message.payload().bytes(), Qos.AT_LEAST_ONCE);
    }
}
