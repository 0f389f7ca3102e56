package io.mainswatch.edge.line;

import io.mainswatch.camel.pi4j.Pi4jGpioConsumer;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Bean {@code inputLines}: reaches the inputs' lines while their routes run. */
public final class InputLines {

    private final CamelContext context;
    private final Wiring wiring;

    public InputLines(CamelContext context, Wiring wiring) {
        this.context = context;
        this.wiring = wiring;
    }

    /** Has every line read now, in case an interrupt was missed. A level that turns up goes its usual way. */
    public void reread() {
        consumers().forEach(Pi4jGpioConsumer::reread);
    }

    /** From now on a level of the input must last this long to become an event. */
    public void hold(String input, Duration hold) {
        wiring.inputs().stream()
                .filter(wire -> wire.name().equals(input))
                .flatMap(wire -> consumers()
                        .filter(consumer ->
                                consumer.getEndpoint().getConfiguration().getPin() == wire.line()))
                .forEach(consumer -> consumer.setHold(hold.toMillis()));
    }

    private Stream<Pi4jGpioConsumer> consumers() {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(Pi4jGpioConsumer.class::isInstance)
                .map(Pi4jGpioConsumer.class::cast);
    }
}
