package io.mainswatch.camel.pi4j;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.exception.IOReadException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;

/** Mock inputs that cannot be opened, or not be read, while a test says so. */
final class FragileInputs extends MockDigitalInputProviderImpl {

    volatile boolean taken;
    volatile boolean gone;

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        DigitalInput input = new MockDigitalInput(this, config) {
            @Override
            public DigitalInput initialize(Context context) throws InitializeException {
                if (taken) {
                    throw new InitializeException("line 4 is in use by 'gpio-keys'. Stop that, or use another line.");
                }
                return super.initialize(context);
            }

            @Override
            public DigitalState state() {
                if (gone) {
                    throw new IOReadException("the chip is gone");
                }
                return super.state();
            }
        };
        context.registry().add(input);
        return input;
    }
}
