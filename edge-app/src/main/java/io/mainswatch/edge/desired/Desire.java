package io.mainswatch.edge.desired;

import io.mainswatch.camel.pi4j.GpioLevel;
import java.time.Duration;

/** One thing that the cloud desires and that this device can do. */
public sealed interface Desire {

    /** Where it stands below {@code desired}, for example {@code outputs.siren}. */
    String path();

    /** What is desired, as it stands there. */
    String value();

    /** A fresh report under this id. */
    record Report(String id) implements Desire {

        @Override
        public String path() {
            return "report";
        }

        @Override
        public String value() {
            return id;
        }
    }

    /** A level of an output. */
    record Output(String name, GpioLevel level) implements Desire {

        @Override
        public String path() {
            return "outputs." + name;
        }

        @Override
        public String value() {
            return level == GpioLevel.ON ? "on" : "off";
        }
    }

    /**
     * Another value of a setting.
     *
     * @param value as the cloud wrote it, which is also how it is reported back
     * @param time what it means
     */
    record Setting(String name, String value, Duration time) implements Desire {

        @Override
        public String path() {
            return "settings." + name;
        }
    }
}
