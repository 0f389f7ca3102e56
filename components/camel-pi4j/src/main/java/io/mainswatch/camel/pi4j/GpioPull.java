package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.PullResistance;

/** The resistor that holds an input at a level while nothing drives it. */
public enum GpioPull {
    OFF(PullResistance.OFF),
    UP(PullResistance.PULL_UP),
    DOWN(PullResistance.PULL_DOWN);

    private final PullResistance resistance;

    GpioPull(PullResistance resistance) {
        this.resistance = resistance;
    }

    PullResistance resistance() {
        return resistance;
    }
}
