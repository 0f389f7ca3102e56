package io.mainswatch.localaws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** What a worker on a queue does beyond sending and receiving. */
class QueueOperationsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension(builder -> builder.sqsPort(0));

    private static SqsClient sqs;

    @BeforeAll
    static void connect() {
        sqs = AwsClients.sqs(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        sqs.close();
    }

    @Test
    void messagesAreSentAndDeletedInBatches() {
        String queue = create("batches");
        List<String> sent = List.of("a", "b", "c");
        assertThat(sqs.sendMessageBatch(r -> r.queueUrl(queue)
                                .entries(sent.stream()
                                        .map(text -> SendMessageBatchRequestEntry.builder()
                                                .id(text)
                                                .messageBody(text)
                                                .build())
                                        .toList()))
                        .successful())
                .hasSize(3);

        List<Message> received = receive(queue);
        assertThat(received).extracting(Message::body).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(sqs.deleteMessageBatch(r -> r.queueUrl(queue)
                                .entries(received.stream()
                                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                                .id(message.body())
                                                .receiptHandle(message.receiptHandle())
                                                .build())
                                        .toList()))
                        .successful())
                .hasSize(3);
        assertThat(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("0");
    }

    @Test
    void aMessageThatIsGivenBackIsThereForTheNextAtOnce() {
        String queue = create("given-back");
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody("later"));
        Message taken = receive(queue).get(0);
        assertThat(receive(queue)).isEmpty();

        sqs.changeMessageVisibility(
                r -> r.queueUrl(queue).receiptHandle(taken.receiptHandle()).visibilityTimeout(0));

        assertThat(receive(queue)).extracting(Message::messageId).containsExactly(taken.messageId());
    }

    @Test
    void aMessageThatIsReceivedTooOftenGoesToTheDeadLetters() {
        String dead = create("dead-letters");
        String queue = create("work");
        sqs.setQueueAttributes(r -> r.queueUrl(queue)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "0",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + attribute(dead, QueueAttributeName.QUEUE_ARN)
                                + "\",\"maxReceiveCount\":\"1\"}")));
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody("cannot be done"));

        assertThat(receive(queue)).hasSize(1);
        assertThat(receive(queue)).isEmpty();
        assertThat(receive(dead)).extracting(Message::body).containsExactly("cannot be done");
    }

    private static String create(String name) {
        return sqs.createQueue(r -> r.queueName(name)).queueUrl();
    }

    private static List<Message> receive(String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                .messages();
    }

    private static String attribute(String queue, QueueAttributeName name) {
        return sqs.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(name))
                .attributes()
                .get(name);
    }
}
