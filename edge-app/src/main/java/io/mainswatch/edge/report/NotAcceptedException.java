package io.mainswatch.edge.report;

/** A report that has to be sent again: it was refused for now, or nobody answered. Thrown by the route. */
public final class NotAcceptedException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotAcceptedException(String message) {
        super(message);
    }
}
