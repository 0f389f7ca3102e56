package io.mainswatch.cloud.inbox;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;

/** Bean {@code cause}: why an attempt failed, as one line for the log and the database. */
public final class Cause {

    private static final int LONGEST = 500;

    /** The innermost message that says something, with the exception's name unless the message was written for operators. */
    public String of(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (cause instanceof RuntimeCamelException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause instanceof UnprocessableException
                ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String line = text.replaceAll("\\s+", " ").replace('\0', ' ').trim();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
