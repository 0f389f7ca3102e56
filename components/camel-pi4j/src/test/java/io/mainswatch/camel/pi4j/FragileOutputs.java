package io.mainswatch.camel.pi4j;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;

/** Mock outputs that cannot be driven while a test says so. */
final class FragileOutputs extends MockDigitalOutputProviderImpl {

    volatile boolean gone;

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        DigitalOutput output = new MockDigitalOutput(this, config) {
            @Override
            public DigitalOutput state(DigitalState state) {
                if (gone) {
                    throw new IOException("the chip is gone");
                }
                return super.state(state);
            }
        };
        context.registry().add(output);
        return output;
    }
}
