package io.mainswatch.localaws.identity.document;

/** A document that is not understood; the message says what of it, and what would be. */
public final class MalformedDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedDocument(String message) {
        super(message);
    }
}
