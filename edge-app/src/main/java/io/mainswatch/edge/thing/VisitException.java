package io.mainswatch.edge.thing;

/** A visit failed; the message says why, and what to do about it. */
public final class VisitException extends Exception {

    private static final long serialVersionUID = 1L;

    VisitException(String message, Exception cause) {
        super(message, cause);
    }
}
