package io.mainswatch.localaws.sqs;

/** A queue did not take a message. */
public final class QueueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    QueueException(String message, boolean worthRetrying) {
        super(message);
        this.worthRetrying = worthRetrying;
    }

    /** Whether the same message may be taken a moment later. */
    public boolean isWorthRetrying() {
        return worthRetrying;
    }
}
