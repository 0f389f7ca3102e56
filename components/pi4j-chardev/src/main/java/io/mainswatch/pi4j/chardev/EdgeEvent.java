package io.mainswatch.pi4j.chardev;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import io.mainswatch.pi4j.chardev.kernel.LineEvent;

/** A change of an input, with what the kernel knows of it beyond Pi4J's own event. */
public final class EdgeEvent extends DigitalStateChangeEvent<DigitalInput> {

    private final LineEvent event;

    EdgeEvent(DigitalInput source, DigitalState state, LineEvent event) {
        super(source, state);
        this.event = event;
    }

    /** When the kernel saw the edge, on the clock of {@link System#nanoTime()}; after its debounce time, if one is set. */
    public long nanoTime() {
        return event.nanoTime();
    }

    /** The number of the edge on its line, 1, 2, 3, ... since the line was opened; a gap means that edges were lost. */
    public long sequence() {
        return Integer.toUnsignedLong(event.sequence());
    }
}
