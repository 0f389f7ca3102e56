package io.mainswatch.localaws.rules;

/** An action that this message cannot be passed on with, however often it is tried. */
final class ActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActionException(String message) {
        super(message);
    }
}
