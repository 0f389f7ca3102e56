package io.mainswatch.camel.pi4j;

import java.io.Serial;

/**
 * A line cannot be used at the moment: it is taken, or there is no GPIO that could serve it. The message names the line,
 * the cause and what to do. What can heal is thrown when a route starts, so a supervising route controller tries again.
 */
public final class GpioLineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int pin;

    GpioLineException(int pin, String problem, Throwable cause) {
        super("pi4j-gpio:" + pin + ": " + problem, cause);
        this.pin = pin;
    }

    GpioLineException(int pin, String problem) {
        this(pin, problem, null);
    }

    /** The number of the line. */
    public int pin() {
        return pin;
    }
}
