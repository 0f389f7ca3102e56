package io.mainswatch.cloud.inbox;

/**
 * A message of which nothing can be made, however often it is tried: it is parked. The message names the field, the value
 * and the remedy in one line, for the operator.
 */
public final class UnprocessableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnprocessableException(String message) {
        super(message);
    }
}
