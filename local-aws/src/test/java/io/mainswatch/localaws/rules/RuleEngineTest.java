package io.mainswatch.localaws.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.rules.sql.Sender;
import io.mainswatch.localaws.sqs.Queues;
import io.mainswatch.localaws.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules do when their queues are in trouble, which ElasticMQ cannot be brought into. */
class RuleEngineTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAYLOAD = 128 * 1024;

    /** As many as fit into 32 MB, each with its 512 bytes besides. */
    private static final int FIT = 32 * 1024 * 1024 / (PAYLOAD + 512);

    @TempDir
    Path folder;

    private final TroubledQueues queues = new TroubledQueues();
    private Database database;
    private RuleEngine engine;

    @BeforeEach
    void start() throws Exception {
        database = Database.open(folder.resolve("rules.db"));
        RuleBook rules = new RuleBook(database, Clock.systemUTC());
        rules.create(
                "r",
                JSON.readValue(
                        "{\"sql\":\"SELECT * FROM 't'\",\"actions\":[{\"sqs\":{\"queueUrl\":\"x/main\",\"roleArn\":\"r\"}}],"
                                + "\"errorAction\":{\"sqs\":{\"queueUrl\":\"x/errors\",\"roleArn\":\"r\"}}}",
                        RulePayload.class));
        engine = new RuleEngine(rules, queues, Clock.systemUTC());
        engine.start((topic, payload, qos, hops) -> {});
    }

    @AfterEach
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void aQueueThatDoesNotAnswerInTimeIsTriedAgain() {
        queues.failuresToCome.set(3);

        hear("once");

        await().until(() -> queues.taken.equals(List.of("main: once")));
    }

    @Test
    void afterTheFourthAttemptTheErrorActionHasIt() throws Exception {
        queues.failuresToCome.set(4);

        hear("lost");

        await().until(() -> queues.taken.size() == 1);
        assertThat(queues.taken.get(0)).startsWith("errors: ");
        JsonNode report = JSON.readTree(queues.taken.get(0).substring("errors: ".length()));
        assertThat(report.at("/failures/0/errorMessage").asText()).isEqualTo("no answer");
    }

    @Test
    void whatDoesNotFitIsLostWithoutAnybodyWaitingAndThereIsRoomAgainAfterwards() {
        queues.stuck = new CompletableFuture<>();
        String large = "x".repeat(PAYLOAD);
        for (int n = 0; n < FIT + 50; n++) {
            hear(large);
        }
        await().until(() -> queues.taken.size() == FIT);

        queues.stuck.complete(null);
        await().until(() -> {
            hear("small");
            return queues.taken.contains("main: small");
        });
        assertThat(queues.taken.stream().filter(body -> body.length() > PAYLOAD))
                .hasSize(FIT);
    }

    private void hear(String payload) {
        engine.hear("t", payload.getBytes(StandardCharsets.UTF_8), Sender.client("client", "anonymous"));
    }

    /** Queues that fail a number of times, or take messages and do not confirm it. */
    private static final class TroubledQueues implements Queues {

        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final AtomicInteger failuresToCome = new AtomicInteger();
        private volatile CompletableFuture<Void> stuck = CompletableFuture.completedFuture(null);

        @Override
        public CompletionStage<Void> send(String queue, String body) {
            if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return CompletableFuture.failedFuture(new TimeoutException("no answer"));
            }
            taken.add(queue + ": " + body);
            return stuck;
        }

        @Override
        public CompletionStage<Void> sendOrCreate(String queue, String body) {
            return send(queue, body);
        }
    }
}
