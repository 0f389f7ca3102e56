package io.mainswatch.edge.journal;

/** The journal cannot be read or written; the message names the file, the cause and what to do. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Health health;

    /** @param health what is wrong with the disk; sound if it is something else */
    JournalException(String message, Exception cause, Health health) {
        super(message, cause);
        this.health = health;
    }

    Health health() {
        return health;
    }
}
