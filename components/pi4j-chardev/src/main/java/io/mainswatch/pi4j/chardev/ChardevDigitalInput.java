package io.mainswatch.pi4j.chardev;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.KernelException;
import io.mainswatch.pi4j.chardev.kernel.LineEvent;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An input. Listeners are called on the line's own thread, in the order of the edges. Where the kernel had to drop edges,
 * which its numbers show, the level is read instead, so that the last event always tells the line's true state.
 */
public final class ChardevDigitalInput extends DigitalInputBase {

    private static final Logger LOG = LoggerFactory.getLogger(ChardevDigitalInput.class);

    private final Kernel kernel;
    private Line line;
    private EdgeWatch watch;
    private final AtomicLong lost = new AtomicLong();
    private DigitalState told;
    private int sequence;

    ChardevDigitalInput(Kernel kernel, ChardevDigitalInputProvider provider, DigitalInputConfig config) {
        super(provider, config);
        this.kernel = kernel;
    }

    @Override
    public DigitalInput initialize(Context context) throws InitializeException {
        try (Chip chip = new Chips(kernel).open(ChipChoice.of(context))) {
            line = chip.request(request());
            told = line.state();
            watch = new EdgeWatch(kernel, line, this::tell);
        } catch (ChardevException | KernelException e) {
            if (line != null) {
                line.close();
            }
            throw new InitializeException(e.getMessage(), e);
        }
        super.initialize(context);
        watch.start();
        return this;
    }

    @Override
    public DigitalInput shutdown(Context context) throws ShutdownException {
        if (watch != null) {
            watch.close();
        }
        return super.shutdown(context);
    }

    @Override
    public DigitalState state() {
        return line.state();
    }

    /** How many edges the kernel had to drop because nobody took them in time. */
    public long lostEdges() {
        return lost.get();
    }

    private LineRequest request() {
        long bias = switch (config().pull()) {
            case OFF -> LineFlag.BIAS_DISABLED;
            case PULL_DOWN -> LineFlag.BIAS_PULL_DOWN;
            case PULL_UP -> LineFlag.BIAS_PULL_UP;
        };
        long debounce = config().debounce();
        if (debounce < 0 || debounce > Integer.MAX_VALUE) {
            throw new ChardevException("The debounce time of line " + config().address() + " is " + debounce
                    + " microseconds; it must be 0 to " + Integer.MAX_VALUE + ".");
        }
        long flags = LineFlag.INPUT | LineFlag.EDGE_RISING | LineFlag.EDGE_FALLING | bias;
        return new LineRequest(config().address(), config().id(), flags, (int) debounce, false);
    }

    private void tell(LineEvent event) {
        int missing = event.sequence() - sequence - 1;
        if (missing != 0 && lost.getAndAdd(missing) == 0) {
            LOG.warn("{}: listeners are slower than the line; edges are lost, and its level is read instead.", line);
        }
        sequence = event.sequence();
        DigitalState state = missing == 0 ? DigitalState.getState(event.rising()) : line.state();
        if (state != told) {
            told = state;
            dispatch(new EdgeEvent(this, state, event));
        }
    }
}
