package io.mainswatch.localaws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.start.StartException;
import io.mainswatch.localaws.store.Database;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueServerTest {

    @TempDir
    Path folder;

    @Test
    void queuesAndMessagesAreThereAfterARestartAndWhatWasDeletedIsNot() {
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            String dead = create(sqs, "dead", Map.of());
            String queue = create(
                    sqs,
                    "alerts",
                    Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "0",
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + arn(sqs, dead) + "\",\"maxReceiveCount\":\"9\"}"));
            sqs.deleteQueue(r -> r.queueUrl(create(sqs, "gone", Map.of())));
            sqs.sendMessage(r -> r.queueUrl(queue)
                    .messageBody("Größe: 12 €")
                    .messageAttributes(Map.of(
                            "kind",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("power")
                                    .build())));
            sqs.sendMessage(r -> r.queueUrl(queue).messageBody("handled"));
            receive(sqs, queue).stream()
                    .filter(message -> message.body().equals("handled"))
                    .forEach(message ->
                            sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle())));
        }
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            assertThat(sqs.listQueues().queueUrls())
                    .extracting(QueueServerTest::name)
                    .containsExactlyInAnyOrder("alerts", "dead");
            String queue = sqs.getQueueUrl(r -> r.queueName("alerts")).queueUrl();
            assertThat(sqs.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                            .attributes()
                            .get(QueueAttributeName.REDRIVE_POLICY))
                    .contains("dead");
            assertThat(receive(sqs, queue)).singleElement().satisfies(message -> {
                assertThat(message.body()).isEqualTo("Größe: 12 €");
                assertThat(message.messageAttributes().get("kind").stringValue())
                        .isEqualTo("power");
                assertThat(message.attributesAsStrings()).containsEntry("ApproximateReceiveCount", "2");
            });
        }
    }

    @Test
    void whatWasPurgedDoesNotComeBackAndADeletedQueueIsNewWhenItIsMadeAgain() {
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            String purged = create(sqs, "purged", Map.of());
            sqs.sendMessage(r -> r.queueUrl(purged).messageBody("purged"));
            sqs.purgeQueue(r -> r.queueUrl(purged));
            sqs.sendMessage(r -> r.queueUrl(purged).messageBody("after"));
            String again = create(sqs, "again", Map.of());
            sqs.sendMessage(r -> r.queueUrl(again).messageBody("of the first"));
            sqs.deleteQueue(r -> r.queueUrl(again));
            sqs.sendMessage(r -> r.queueUrl(create(sqs, "again", Map.of())).messageBody("of the second"));
        }
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            assertThat(receive(sqs, sqs.getQueueUrl(r -> r.queueName("purged")).queueUrl()))
                    .extracting(Message::body)
                    .containsExactly("after");
            assertThat(receive(sqs, sqs.getQueueUrl(r -> r.queueName("again")).queueUrl()))
                    .extracting(Message::body)
                    .containsExactly("of the second");
        }
    }

    @Test
    void theMessagesOfAFifoQueueKeepTheirOrderAcrossARestart() {
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            String queue = create(
                    sqs,
                    "steps.fifo",
                    Map.of(
                            QueueAttributeName.FIFO_QUEUE, "true",
                            QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
            IntStream.range(0, 8)
                    .forEach(n -> sqs.sendMessage(
                            r -> r.queueUrl(queue).messageGroupId("one").messageBody("step " + n)));
        }
        try (LocalAws aws = start();
                SqsClient sqs = AwsClients.sqs(aws)) {
            String queue = sqs.getQueueUrl(r -> r.queueName("steps.fifo")).queueUrl();
            assertThat(receive(sqs, queue))
                    .extracting(Message::body)
                    .isEqualTo(IntStream.range(0, 8).mapToObj(n -> "step " + n).toList());
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheRemedy() {
        try (LocalAws first = start()) {
            int taken = first.sqsEndpoint().orElseThrow().getPort();
            assertThatThrownBy(() -> LocalAws.builder()
                            .data(folder.resolve("other"))
                            .freePorts()
                            .sqsPort(taken)
                            .start())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + taken + " for SQS")
                    .hasMessageEndingWith("choose another with --sqs-port.");
        }
    }

    @Test
    void itEndsAtOnceAlsoWhileAReceiverWaitsForAMessage() {
        LocalAws aws = start();
        try (SqsClient sqs = AwsClients.sqs(aws)) {
            String queue = create(sqs, "quiet", Map.of());
            CompletableFuture<?> poll = CompletableFuture.runAsync(
                    () -> sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20)));

            long before = System.nanoTime();
            aws.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            poll.cancel(true);
        }
    }

    @Test
    void anEventMakesItsQueueAndIsOnItWhenTheServiceGoesOn() {
        try (Database database = Database.open(folder.resolve("events.db"));
                QueueServer server = QueueServer.open("127.0.0.1", 0, database);
                SqsClient sqs = AwsClients.sqs(URI.create("http://127.0.0.1:" + server.port()))) {
            EventQueue events = new EventQueue(server.queues(), "mail-events");
            events.put("{\"eventType\":\"Bounce\"}".getBytes(StandardCharsets.UTF_8));
            events.put("{\"eventType\":\"Delivery\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(receive(
                            sqs,
                            sqs.getQueueUrl(r -> r.queueName("mail-events")).queueUrl()))
                    .extracting(Message::body)
                    .containsExactlyInAnyOrder("{\"eventType\":\"Bounce\"}", "{\"eventType\":\"Delivery\"}");
        }
    }

    @Test
    void eventsWithoutSqsAreRefusedAtTheStart() {
        assertThatThrownBy(() -> LocalAws.builder()
                        .data(folder)
                        .sesEventsQueue("mail-events")
                        .start())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--sqs-port");
        assertThatThrownBy(() -> new EventQueue(Queues.none(), "mail-events").put(new byte[] {'{', '}'}))
                .isInstanceOf(QueueException.class)
                .hasMessageContaining("runs without SQS");
    }

    @Test
    void withoutAPortThereIsNoSqs() {
        try (LocalAws aws = LocalAws.builder().data(folder).freePorts().start()) {
            assertThat(aws.sqsEndpoint()).isEmpty();
        }
    }

    private LocalAws start() {
        return LocalAws.builder().data(folder).freePorts().sqsPort(0).start();
    }

    private static String create(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    private static String arn(SqsClient sqs, String queue) {
        return sqs.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<Message> receive(SqsClient sqs, String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(2)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All"))
                .messages();
    }
}
