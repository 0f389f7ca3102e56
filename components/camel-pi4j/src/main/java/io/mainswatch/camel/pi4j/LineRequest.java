package io.mainswatch.camel.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.IOType;
import com.pi4j.io.gpio.digital.Digital;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.concurrent.TimeUnit;

/** How a line is to be opened. Endpoints may share a line if they ask for the same. */
sealed interface LineRequest<T extends Digital<?, ?, ?>> {

    int pin();

    /** The id of the wanted provider; null leaves the choice to the context. */
    String provider();

    IOType type();

    Class<T> line();

    /** Opens the line in the context, whose registry then holds it under {@link #id()}. */
    T open(Context context);

    /** The line's name in Pi4J's registry and, with most providers, in the kernel. */
    default String id() {
        return "pi4j-gpio-" + pin();
    }

    /** @param debounce of the provider, in milliseconds */
    record Input(int pin, GpioPull pull, long debounce, String provider) implements LineRequest<DigitalInput> {

        @Override
        public IOType type() {
            return IOType.DIGITAL_INPUT;
        }

        @Override
        public Class<DigitalInput> line() {
            return DigitalInput.class;
        }

        @Override
        public DigitalInput open(Context context) {
            DigitalInputConfigBuilder config = DigitalInput.newConfigBuilder(context)
                    .id(id())
                    .address(pin)
                    .pull(pull.resistance())
                    .debounce(debounce, TimeUnit.MILLISECONDS);
            if (provider != null) {
                config.provider(provider);
            }
            return context.create(config.build(), type());
        }
    }

    /**
     * @param initial the state from the start
     * @param shutdown the state from the end; null leaves it as it is
     */
    record Output(int pin, DigitalState initial, DigitalState shutdown, String provider)
            implements LineRequest<DigitalOutput> {

        @Override
        public IOType type() {
            return IOType.DIGITAL_OUTPUT;
        }

        @Override
        public Class<DigitalOutput> line() {
            return DigitalOutput.class;
        }

        @Override
        public DigitalOutput open(Context context) {
            DigitalOutputConfigBuilder config = DigitalOutput.newConfigBuilder(context)
                    .id(id())
                    .address(pin)
                    .initial(initial);
            if (shutdown != null) {
                config.shutdown(shutdown);
            }
            if (provider != null) {
                config.provider(provider);
            }
            return context.create(config.build(), type());
        }
    }
}
