package io.mainswatch.edge.line;

/** A line cannot be had; the message says why, and who has it. */
public final class NoLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoLineException(String message) {
        super(message);
    }
}
