package io.mainswatch.edge.line;

import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Level;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Turns what a GPIO line says into what the journal keeps. */
public final class HeldLevels {

    private final DeviceClock clock;
    private final LongSupplier nanoTime;

    /** @param nanoTime the clock that the component stamps levels with */
    public HeldLevels(DeviceClock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** The change, dated back to when the line took the level: the hold time has passed since. */
    public Change change(
            @Header("MainswatchInput") String input,
            @Body GpioLevel level,
            @Header("CamelPi4jGpioNanoTime") long since,
            @Header("CamelPi4jGpioDips") int dips) {
        long heldMillis = (nanoTime.getAsLong() - since) / 1_000_000;
        return new Change(input, level == GpioLevel.ON ? Level.ON : Level.OFF, clock.ago(heldMillis), dips);
    }
}
