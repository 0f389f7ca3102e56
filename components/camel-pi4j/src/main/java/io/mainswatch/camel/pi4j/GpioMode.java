package io.mainswatch.camel.pi4j;

/** The direction of a line. */
public enum GpioMode {
    INPUT,
    OUTPUT
}
