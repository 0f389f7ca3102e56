package io.mainswatch.edge.line;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import java.io.IOException;
import java.nio.file.Path;

/** Pi4J's mock inputs, whose levels come from {@link SimulatedLines}: right from the first reading on. */
final class SimulatedInputs extends MockDigitalInputProviderImpl {

    private final Path folder;
    private SimulatedLines lines;

    SimulatedInputs(Path folder) {
        this.folder = folder;
    }

    @Override
    public DigitalInputProvider initialize(Context context) throws InitializeException {
        try {
            lines = new SimulatedLines(folder);
        } catch (IOException e) {
            throw new InitializeException("The folder of simulated lines " + folder + " cannot be watched.", e);
        }
        return super.initialize(context);
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        MockDigitalInput input = (MockDigitalInput) super.create(config);
        try {
            lines.follow(config.address(), input::mockState);
        } catch (IOException e) {
            throw new InitializeException("The simulated line " + config.address() + " cannot be read.", e);
        }
        return input;
    }

    @Override
    public DigitalInputProvider shutdown(Context context) throws ShutdownException {
        try {
            lines.close();
        } catch (IOException e) {
            throw new ShutdownException(e);
        }
        return super.shutdown(context);
    }
}
