package io.mainswatch.camel.pi4j;

/**
 * The logical level of a line, and the body of the consumer's exchanges. {@code ON} is electrical HIGH, or LOW where
 * the line is declared active-low.
 */
public enum GpioLevel {
    ON,
    OFF;

    GpioLevel opposite() {
        return this == ON ? OFF : ON;
    }
}
