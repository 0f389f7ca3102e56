package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.sqs.QueueException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a rule for a message: the statement, the actions, and the error action if something of that fails. */
final class RuleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);

    private static final int MAX_ATTEMPTS = 4;

    /** Before the second attempt; each further one waits four times as long. */
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Outlets outlets;
    private final Executor worker;

    RuleRunner(Outlets outlets, Executor worker) {
        this.outlets = outlets;
        this.worker = worker;
    }

    /** Completes when all is done or given up; never fails. */
    CompletableFuture<Void> run(TopicRule rule, Delivery delivery) {
        Optional<byte[]> result;
        try {
            result = rule.statement().apply(delivery.message());
        } catch (RuntimeException e) {
            return failed(rule, delivery, List.of(new Failure("SqlStatement", rule.name(), e.getMessage())));
        }
        if (result.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<CompletableFuture<Optional<Failure>>> actions = rule.actions().stream()
                .map(action -> attempt(action, delivery, result.get(), 1))
                .toList();
        return CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new))
                .thenCompose(done -> failed(
                        rule,
                        delivery,
                        actions.stream()
                                .flatMap(action -> action.join().stream())
                                .toList()));
    }

    /** Tells of failures, if there are any: in the log, and by the error action. */
    private CompletableFuture<Void> failed(TopicRule rule, Delivery delivery, List<Failure> failures) {
        failures.forEach(failure -> LOG.warn(
                "rule {}: {} on {} failed: {}",
                rule.name(),
                failure.failedAction(),
                failure.failedResource(),
                failure.errorMessage()));
        if (failures.isEmpty() || rule.errorAction().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        byte[] report =
                ErrorReport.of(rule.name(), delivery.message(), failures).json();
        return attempt(rule.errorAction().get(), delivery, report, 1)
                .thenAccept(last -> last.ifPresent(failure -> LOG.warn(
                        "rule {}: its error action on {} failed too: {}",
                        rule.name(),
                        failure.failedResource(),
                        failure.errorMessage())));
    }

    private CompletableFuture<Optional<Failure>> attempt(
            RuleAction action, Delivery delivery, byte[] result, int number) {
        return begin(action, delivery, result)
                .handle((done, thrown) -> outcome(action, delivery, result, number, thrown))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Optional<Failure>> outcome(
            RuleAction action, Delivery delivery, byte[] result, int number, Throwable thrown) {
        if (thrown == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Throwable cause = thrown instanceof CompletionException wrapper ? wrapper.getCause() : thrown;
        boolean hopeless = cause instanceof QueueException || cause instanceof ActionException;
        if (hopeless || number == MAX_ATTEMPTS) {
            String resource = action.resource(delivery.message());
            return CompletableFuture.completedFuture(
                    Optional.of(new Failure(action.name(), resource, cause.getMessage())));
        }
        long pause = FIRST_PAUSE_MILLIS << 2 * (number - 1);
        return CompletableFuture.supplyAsync(
                        () -> attempt(action, delivery, result, number + 1),
                        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, worker))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> begin(RuleAction action, Delivery delivery, byte[] result) {
        try {
            return action.perform(delivery, result, outlets).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
