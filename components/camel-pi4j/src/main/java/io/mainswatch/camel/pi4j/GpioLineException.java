package io.mainswatch.camel.pi4j;

import java.io.Serial;

/**
 * A line cannot be used: it is taken, its device is closed to us, or nothing could serve it. The message names the line,
 * the cause and what to do. What may heal while the program runs is thrown when a route starts, so a supervising route
 * controller tries again; what cannot is thrown when the route is made, which fails the start of the Camel context.
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
