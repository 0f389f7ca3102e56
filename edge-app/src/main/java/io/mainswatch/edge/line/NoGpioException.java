package io.mainswatch.edge.line;

/** This machine has no GPIO of the kind that the configuration asks for; the message says what to do. */
public final class NoGpioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoGpioException(String message) {
        super(message);
    }
}
