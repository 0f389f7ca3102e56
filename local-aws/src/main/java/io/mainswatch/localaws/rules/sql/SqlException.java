package io.mainswatch.localaws.rules.sql;

/** A statement that is not understood, or one that cannot be evaluated on a message. The message is for the caller. */
public final class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlException(String message) {
        super(message);
    }

    /** Of a statement; {@code place} counts its characters from 0. */
    static SqlException at(int place, String what) {
        return new SqlException("At character " + (place + 1) + ": " + what);
    }
}
