package io.mainswatch.pi4j.chardev;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;

/** An output. It has its initial state, LOW if none is set, from the moment the kernel hands it over. */
public final class ChardevDigitalOutput extends DigitalOutputBase {

    private final Kernel kernel;
    private Line line;

    ChardevDigitalOutput(Kernel kernel, ChardevDigitalOutputProvider provider, DigitalOutputConfig config) {
        super(provider, config);
        this.kernel = kernel;
    }

    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
        boolean high = config().initialState() == DigitalState.HIGH;
        try (Chip chip = new Chips(kernel).open(ChipChoice.of(context))) {
            line = chip.request(new LineRequest(config().address(), config().id(), LineFlag.OUTPUT, 0, high));
        } catch (ChardevException e) {
            throw new InitializeException(e.getMessage(), e);
        }
        state = DigitalState.getState(high);
        return super.initialize(context);
    }

    @Override
    public DigitalOutput state(DigitalState state) {
        line.set(state);
        return super.state(state);
    }

    @Override
    public DigitalOutput shutdown(Context context) throws ShutdownException {
        try {
            return super.shutdown(context);
        } finally {
            line.close();
        }
    }
}
