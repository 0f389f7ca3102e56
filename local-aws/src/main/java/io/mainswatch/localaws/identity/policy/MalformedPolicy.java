package io.mainswatch.localaws.identity.policy;

/** A policy document that is not understood; the message says what of it, and what would be. */
public final class MalformedPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedPolicy(String message) {
        super(message);
    }
}
