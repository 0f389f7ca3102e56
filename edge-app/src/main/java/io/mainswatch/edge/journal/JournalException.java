package io.mainswatch.edge.journal;

/** The journal cannot be read or written; the message names the file, the cause and what to do. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String message, Exception cause) {
        super(message, cause);
    }
}
