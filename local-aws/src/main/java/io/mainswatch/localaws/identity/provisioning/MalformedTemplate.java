package io.mainswatch.localaws.identity.provisioning;

/** A template, or a value for it, that is not understood; the message says what of it, and what would be. */
public final class MalformedTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedTemplate(String message) {
        super(message);
    }
}
