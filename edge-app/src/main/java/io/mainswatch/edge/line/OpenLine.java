package io.mainswatch.edge.line;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import io.mainswatch.edge.journal.Level;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An input line apart from any route: what it is now, and each change as it comes, bounces included. */
public final class OpenLine implements AutoCloseable {

    private final Context gpio;
    private final LineSetup setup;
    private final DigitalInput input;

    /**
     * Takes the line; a {@link NoLineException} if it cannot be had.
     *
     * @param onChange told of each change, on the thread of the line
     */
    public OpenLine(Context gpio, LineSetup setup, Consumer<Seen> onChange) {
        this.gpio = gpio;
        this.setup = setup;
        try {
            input = gpio.create(DigitalInput.newConfigBuilder(gpio)
                    .id("mainswatch-check-" + setup.input().line())
                    .address(setup.input().line())
                    .pull(setup.resistance())
                    .debounce(0L)
                    .build());
            input.addListener(new Changes(onChange));
        } catch (Pi4JException | IllegalStateException e) {
            throw new NoLineException(rootCause(e).getMessage());
        }
    }

    /** What it is now. */
    public Level level() {
        return setup.level(input.state());
    }

    private static Throwable rootCause(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).reduce(failure, (outer, inner) -> inner);
    }

    /** Gives the line back. */
    @Override
    public void close() {
        gpio.shutdown(input.id());
    }

    /**
     * One change.
     *
     * @param setup of the line
     * @param level what it became
     * @param nanoTime when, by {@link System#nanoTime()}
     */
    public record Seen(LineSetup setup, Level level, long nanoTime) {}

    private final class Changes implements DigitalStateChangeListener {

        private final Consumer<Seen> onChange;

        Changes(Consumer<Seen> onChange) {
            this.onChange = onChange;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void onDigitalStateChange(DigitalStateChangeEvent event) {
            if (event.state() != DigitalState.UNKNOWN) {
                onChange.accept(new Seen(setup, setup.level(event.state()), System.nanoTime()));
            }
        }
    }
}
