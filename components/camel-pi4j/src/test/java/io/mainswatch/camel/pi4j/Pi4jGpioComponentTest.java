package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pi4jGpioComponentTest {

    private final CamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theContextInTheRegistryIsUsedAndSurvivesTheComponent() throws Exception {
        Context shared = Pi4J.newContextBuilder()
                .add(MockDigitalInputProvider.newInstance())
                .build();
        camel.getRegistry().bind("pi4j", shared);
        camel.addRoutes(route());
        camel.start();
        assertThat(shared.registry().exists("pi4j-gpio-4")).isTrue();

        camel.stop();

        assertThat(shared.isShutdown()).isFalse();
        assertThat(shared.registry().exists("pi4j-gpio-4")).isFalse();
        shared.shutdown();
    }

    @Test
    void withoutOneTheComponentMakesItsOwnAndShutsItDown() throws Exception {
        camel.addRoutes(route());
        camel.start();
        Context own = camel.getComponent("pi4j-gpio", Pi4jGpioComponent.class).getContext();
        assertThat(own.isShutdown()).isFalse();

        camel.stop();

        assertThat(own.isShutdown()).isTrue();
    }

    @Test
    void everyOptionReachesItsPlaceAndTheComponentsAreTheDefaults() throws Exception {
        Pi4jGpioComponent component = camel.getComponent("pi4j-gpio", Pi4jGpioComponent.class);
        component.getConfiguration().setHold(7);
        Pi4jGpioConfiguration all = camel.getEndpoint(
                        "pi4j-gpio:4?mode=input&activeLow=true&pull=up&debounce=200&hold=2s&edge=falling"
                                + "&initialState=false&rereadPeriod=1m&queueSize=3&hardwareDebounce=5&action=pulse"
                                + "&pulseTime=1s&initialValue=on&shutdownValue=off&provider=gpiod-digital-input",
                        Pi4jGpioEndpoint.class)
                .getConfiguration();

        assertThat(all)
                .usingRecursiveComparison()
                .isEqualTo(configuration(4, GpioMode.INPUT, true, GpioPull.UP, 200, 2000));
        assertThat(camel.getEndpoint("pi4j-gpio:5", Pi4jGpioEndpoint.class)
                        .getConfiguration()
                        .getHold())
                .isEqualTo(7);
    }

    @Test
    void theHealthCheckIsUpWhileTheLineIsWatchedAndDownWhenItsContextIsGone() throws Exception {
        try (Board board = new Board()) {
            board.watch("pi4j-gpio:4?debounce=0");
            board.next();
            HealthCheck check =
                    ((Pi4jGpioConsumer) board.camel.getRoute("watch").getConsumer()).getHealthCheck();

            assertThat(check.getId()).isEqualTo("consumer:watch");
            assertThat(check.call().getState()).isEqualTo(State.UP);
            assertThat(check.call().getDetails())
                    .containsEntry("pin", 4)
                    .containsEntry("state", "LOW")
                    .containsEntry("dropped", 0L);

            board.pi4j.shutdown();

            assertThat(check.call().getState()).isEqualTo(State.DOWN);
            assertThat(check.call().getMessage()).contains("pi4j-gpio:4: nobody watches the line. Start its route.");
        }
    }

    @Test
    void theHealthCheckIsDownWhenTheLineCannotBeRead() throws Exception {
        FragileInputs inputs = new FragileInputs();
        Context fragile = Pi4J.newContextBuilder().add(inputs).build();
        camel.getRegistry().bind("pi4j", fragile);
        camel.addRoutes(route());
        camel.start();
        HealthCheck check = ((Pi4jGpioConsumer) camel.getRoutes().get(0).getConsumer()).getHealthCheck();
        assertThat(check.call().getState()).isEqualTo(State.UP);

        inputs.gone = true;

        assertThat(check.call().getState()).isEqualTo(State.DOWN);
        assertThat(check.call().getMessage()).contains("the chip is gone");
        fragile.shutdown();
    }

    @Test
    void theHealthCheckIsDownWhenTheRouteIsStoppedAndSilentWhenDisabled() throws Exception {
        try (Board board = new Board()) {
            Pi4jGpioComponent component = board.camel.getComponent("pi4j-gpio", Pi4jGpioComponent.class);
            component.setHealthCheckConsumerEnabled(false);
            board.watch("pi4j-gpio:4?debounce=0");
            Pi4jGpioConsumer consumer =
                    (Pi4jGpioConsumer) board.camel.getRoute("watch").getConsumer();
            assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.UNKNOWN);

            consumer.getHealthCheck().setEnabled(true);
            board.camel.getRouteController().stopRoute("watch");

            assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.DOWN);
        }
    }

    private static RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0").to("mock:levels");
            }
        };
    }

    private static Pi4jGpioConfiguration configuration(
            int pin, GpioMode mode, boolean activeLow, GpioPull pull, long debounce, long hold) {
        Pi4jGpioConfiguration all = new Pi4jGpioConfiguration();
        all.setPin(pin);
        all.setMode(mode);
        all.setActiveLow(activeLow);
        all.setPull(pull);
        all.setDebounce(debounce);
        all.setHold(hold);
        all.setEdge(GpioEdge.FALLING);
        all.setInitialState(false);
        all.setRereadPeriod(60_000);
        all.setQueueSize(3);
        all.setHardwareDebounce(5);
        all.setAction(GpioAction.PULSE);
        all.setPulseTime(1000);
        all.setInitialValue(GpioLevel.ON);
        all.setShutdownValue(GpioLevel.OFF);
        all.setProvider("gpiod-digital-input");
        return all;
    }
}
