package io.mainswatch.localaws.sqs;

import java.util.concurrent.CompletionStage;

/** Where other rooms put messages for those who read them with SQS. */
public interface Queues {

    /**
     * Puts a message on a queue. The stage completes once the message is on disk; it fails with a
     * {@link QueueException} if there is no such queue or it did not take the message. Messages that one thread sends to
     * a queue one after another arrive in this order.
     *
     * @param queue the queue's name
     * @param body the text of the message
     */
    CompletionStage<Void> send(String queue, String body);

    /** As {@link #send}, and makes the queue, with SQS's defaults, if it is not there. */
    CompletionStage<Void> sendOrCreate(String queue, String body);

    /** Of a stand-in without SQS: whatever is sent fails, with the remedy. */
    static Queues none() {
        return new NoQueues();
    }
}
