package io.mainswatch.camel.pi4j;

/** Which logical edges a consumer passes on: {@code RISING} leads to on, {@code FALLING} to off. */
public enum GpioEdge {
    RISING,
    FALLING,
    BOTH;

    /** The edge that leads to a level. */
    static GpioEdge to(GpioLevel level) {
        return level == GpioLevel.ON ? RISING : FALLING;
    }

    /** Whether a consumer with this setting wants to hear of the level. */
    boolean includes(GpioLevel level) {
        return this == BOTH || this == to(level);
    }
}
