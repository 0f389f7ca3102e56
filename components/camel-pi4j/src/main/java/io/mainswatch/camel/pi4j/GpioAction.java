package io.mainswatch.camel.pi4j;

/** What a producer does to its line; {@code BODY} sets the level that the message's body names. */
public enum GpioAction {
    BODY,
    ON,
    OFF,
    TOGGLE,
    PULSE
}
