package io.mainswatch.edge.line;

import com.pi4j.context.Context;
import io.mainswatch.pi4j.chardev.ChardevDigitalInputProvider;
import java.util.function.Consumer;

/** The GPIO of this machine for a short look: opened when first asked for, and closed with everything that was. */
public final class Board implements AutoCloseable {

    private final Gpio gpio;
    private final String kind;
    private Context context;

    /** @param kind as for {@link Gpio#open} */
    public Board(Gpio gpio, String kind) {
        this.gpio = gpio;
        this.kind = kind;
    }

    /** Whether files play the lines, which any number of programs may read. */
    public boolean isSimulated() {
        return kind.equals("simulated");
    }

    /** Takes the line of an input; a {@link NoLineException} or {@link NoGpioException} if it cannot be had. */
    public OpenLine open(LineSetup setup, Consumer<OpenLine.Seen> onChange) {
        return new OpenLine(context(), setup, onChange);
    }

    /** Where the line is and who holds it, as far as can be told without touching it. */
    public String describe(int line) {
        return context().providers().all().values().stream()
                .filter(ChardevDigitalInputProvider.class::isInstance)
                .map(provider -> ((ChardevDigitalInputProvider) provider).describe(line))
                .findFirst()
                .orElseGet(() -> (isSimulated() ? "simulated line " : "line ") + line);
    }

    private synchronized Context context() {
        if (context == null) {
            context = gpio.open(kind);
        }
        return context;
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            context.shutdown();
        }
    }
}
