package io.mainswatch.edge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.camel.pi4j.Pi4jGpioConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two inputs on a board that has lost its interrupts: only who reads a line hears of it. */
class InputLinesTest {

    private final CamelContext camel = new DefaultCamelContext();
    private final Context gpio =
            Pi4J.newContextBuilder().noAutoDetect().add(new DeafInputs()).build();
    private final List<GpioLevel> power = new CopyOnWriteArrayList<>();
    private volatile DigitalState level = DigitalState.HIGH;
    private InputLines lines;

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("gpio", gpio);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0&hold=0")
                        .routeId("power")
                        .process(exchange -> power.add(exchange.getMessage().getBody(GpioLevel.class)));
                from("pi4j-gpio:17?debounce=0&hold=3000").routeId("door").to("log:door");
            }
        });
        camel.start();
        lines = new InputLines(
                camel,
                new Wiring(List.of(
                        new Wire.Input("power", 4, "input-power.camel.yaml", "status"),
                        new Wire.Input("door", 17, "input-door.camel.yaml", "doorStatus"))));
        await().until(() -> power.equals(List.of(GpioLevel.ON)));
    }

    @AfterEach
    void stop() {
        camel.stop();
        gpio.shutdown();
    }

    @Test
    void aLevelThatWasMissedTurnsUpWhenTheLinesAreRead() {
        level = DigitalState.LOW;
        await().during(Duration.ofMillis(300)).until(() -> power.size() == 1);

        lines.reread();

        await().until(() -> power.equals(List.of(GpioLevel.ON, GpioLevel.OFF)));
    }

    @Test
    void aHoldTimeIsForTheInputOfThatName() {
        lines.hold("power", Duration.ofSeconds(5));

        assertThat(hold("power")).isEqualTo(5_000);
        assertThat(hold("door")).isEqualTo(3_000);
    }

    private long hold(String route) {
        return ((Pi4jGpioConsumer) camel.getRoute(route).getConsumer())
                .getEndpoint()
                .getConfiguration()
                .getHold();
    }

    /** Inputs that tell nobody of a change. */
    private final class DeafInputs extends MockDigitalInputProviderImpl {

        @Override
        public DigitalInput create(DigitalInputConfig config) {
            DigitalInput input = new DeafInput(this, config);
            context.registry().add(input);
            return input;
        }
    }

    private final class DeafInput extends MockDigitalInput {

        DeafInput(DigitalInputProvider provider, DigitalInputConfig config) {
            super(provider, config);
        }

        @Override
        public DigitalState state() {
            return level;
        }
    }
}
