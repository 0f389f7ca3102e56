package io.mainswatch.edge.commission;

/** The device is not ready to be relied on; the message says what is wrong and what to do. */
public final class CommissioningException extends Exception {

    private static final long serialVersionUID = 1L;

    public CommissioningException(String message) {
        super(message);
    }

    CommissioningException(String message, Exception cause) {
        super(message, cause);
    }
}
