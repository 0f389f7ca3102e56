package io.mainswatch.edge.tls;

/** A key or certificate cannot be used; the message is the end of a sentence that begins with its setting. */
public final class CredentialsException extends Exception {

    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }
}
