package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.rules.sql.RuleMessage;
import io.mainswatch.localaws.rules.sql.Sender;
import io.mainswatch.localaws.sqs.Queues;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears messages and runs the rules that are for them, on a thread of its own, so that nobody who publishes waits for a
 * rule. Messages are handed to an action in the order in which they came; one that has to be tried again comes later, and
 * may come twice.
 *
 * <p>Between a message and the queue that a rule puts it on there is memory only. What was heard and not yet put there, a
 * few milliseconds' worth, is lost if the process is killed, also if the message's sender had its PUBACK or the shadow its
 * new version. AWS does not promise more for a rule's actions.
 */
public final class RuleEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    /** How much may wait for its actions, in bytes. */
    private static final int ROOM = 32 * 1024 * 1024;

    /** What a message takes besides its payload, roughly. */
    private static final int OVERHEAD = 512;

    private static final long GOODBYE_MILLIS = 500;
    private static final int LOSSES_PER_WARNING = 1_000;

    private final RuleBook rules;
    private final Queues queues;
    private final Clock clock;
    private final Semaphore room = new Semaphore(ROOM);
    private final AtomicLong lost = new AtomicLong();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "rules"));
    private volatile RuleRunner runner;

    public RuleEngine(RuleBook rules, Queues queues, Clock clock) {
        this.rules = rules;
        this.queues = queues;
        this.clock = clock;
    }

    /** To be called before there is anything to hear. */
    public void start(Republisher republisher) {
        runner = new RuleRunner(new Outlets(queues, republisher), worker);
    }

    /** A message of a client. Returns at once. */
    public void hear(String topic, byte[] payload, Sender sender) {
        hear(topic, payload, sender, 0);
    }

    void hear(String topic, byte[] payload, Sender sender, int hops) {
        Optional<BasicIngest> direct = BasicIngest.parse(topic);
        List<TopicRule> hearing = direct.map(ingest -> named(ingest.rule())).orElseGet(() -> rules.hearing(topic));
        if (hearing.isEmpty()) {
            return;
        }
        int size = payload.length + OVERHEAD;
        if (!room.tryAcquire(size)) {
            warnOfLoss();
            return;
        }
        String seen = direct.map(BasicIngest::topic).orElse(topic);
        long now = clock.millis();
        CompletableFuture.supplyAsync(() -> run(hearing, new RuleMessage(seen, payload, sender, now), hops), worker)
                .thenCompose(done -> done)
                .whenComplete((done, failure) -> room.release(size));
    }

    private CompletableFuture<Void> run(List<TopicRule> hearing, RuleMessage message, int hops) {
        Delivery delivery = new Delivery(message, hops);
        return CompletableFuture.allOf(
                hearing.stream().map(rule -> runner.run(rule, delivery)).toArray(CompletableFuture[]::new));
    }

    private List<TopicRule> named(String name) {
        List<TopicRule> rule =
                rules.find(name).filter(found -> !found.disabled()).stream().toList();
        if (rule.isEmpty()) {
            LOG.warn("a message for the rule {} is dropped: there is no such rule, or it is disabled", name);
        }
        return rule;
    }

    private void warnOfLoss() {
        if (lost.incrementAndGet() % LOSSES_PER_WARNING == 1) {
            LOG.warn("rules cannot keep up: {} MB wait for their actions; {} messages are lost", ROOM >> 20, lost);
        }
    }

    /** Waits half a second at the most for what is under way. */
    @Override
    public void close() {
        try {
            if (!room.tryAcquire(ROOM, GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("some messages had not come through their rules when the stand-in stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.shutdownNow();
    }
}
