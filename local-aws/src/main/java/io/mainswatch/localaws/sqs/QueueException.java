package io.mainswatch.localaws.sqs;

/** A queue that will not take a message, however often it is sent. */
public final class QueueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueException(String message) {
        super(message);
    }
}
