package io.mainswatch.localaws.sqs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The queues of a stand-in that was started without SQS. */
final class NoQueues implements Queues {

    @Override
    public CompletionStage<Void> send(String queue, String body) {
        return CompletableFuture.failedFuture(new QueueException(
                "this local-aws runs without SQS; start it with --sqs-port to have the queue " + queue));
    }

    @Override
    public CompletionStage<Void> sendOrCreate(String queue, String body) {
        return send(queue, body);
    }
}
