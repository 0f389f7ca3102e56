package io.mainswatch.localaws.sqs;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

/**
 * A queue to which a service of this stand-in tells what happens, each event as it is, without an envelope ("raw message
 * delivery" where AWS would have SNS between the two).
 *
 * @param name the queue's name; it is made when there is something to tell and it is not there
 */
public record EventQueue(Queues queues, String name) {

    /**
     * Puts a JSON document on the queue and waits until it is on disk.
     *
     * @throws QueueException if the queue does not take it; it may be put again
     */
    public void put(byte[] document) {
        try {
            queues.sendOrCreate(name, new String(document, StandardCharsets.UTF_8))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new QueueException("the queue " + name + " did not take an event: "
                    + e.getCause().getMessage());
        }
    }
}
