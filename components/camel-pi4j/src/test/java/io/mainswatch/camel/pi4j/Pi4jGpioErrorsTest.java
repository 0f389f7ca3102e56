package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOAlreadyExistsException;
import com.pi4j.io.gpio.digital.DigitalInput;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: each case says which line, what is wrong and what to do. */
class Pi4jGpioErrorsTest {

    private final Board board = new Board();

    @AfterEach
    void close() {
        board.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPIO4", "-1", "4.5", "99999999999"})
    void aPinIsANumber(String pin) {
        assertThatThrownBy(() -> board.watch("pi4j-gpio:" + pin))
                .hasRootCauseInstanceOf(pin.equals("-1") ? IllegalArgumentException.class : NumberFormatException.class)
                .hasStackTraceContaining("pi4j-gpio:" + pin + ": the pin must be the line's number, 0 or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debounce=-1|pi4j-gpio:4: debounce=-1 must be 0 or more.",
                "hold=-1|pi4j-gpio:4: hold=-1 must be 0 or more.",
                "rereadPeriod=-1|pi4j-gpio:4: rereadPeriod=-1 must be 0 or more.",
                "hardwareDebounce=-1|pi4j-gpio:4: hardwareDebounce=-1 must be 0 or more.",
                "queueSize=0|pi4j-gpio:4: queueSize=0 must be 1 or more.",
                "pulseTime=0|pi4j-gpio:4: pulseTime=0 must be 1 or more.",
                "pull=sideways|GpioPull does not have any constant with value: sideways",
                "debuonce=20|Unknown parameters=[{debuonce=20}]",
                "mode=output|pi4j-gpio:4: a route cannot start at an output. Leave the option mode out",
            })
    void anOptionThatMeansNothingIsNamed(String option, String message) {
        assertThatThrownBy(() -> board.watch("pi4j-gpio:4?" + option)).hasStackTraceContaining(message);
    }

    @Test
    void aLineThatAnotherPartOfTheProgramHasOpenIsNamed() {
        board.pi4j.create(DigitalInput.newConfigBuilder(board.pi4j)
                .id("theirs")
                .address(4)
                .build());

        assertThatThrownBy(() -> board.watch("pi4j-gpio:4"))
                .hasRootCauseInstanceOf(IOAlreadyExistsException.class)
                .hasStackTraceContaining("pi4j-gpio:4: another part of this program has the line open in the same Pi4J"
                        + " context. Close it there, or use another line.");
    }

    @Test
    void endpointsOnOneLineMustAskForTheSame() {
        assertThatThrownBy(() -> board.route(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("pi4j-gpio:4?pull=up").to("mock:a");
                        from("pi4j-gpio:4?pull=down").to("mock:b");
                    }
                }))
                .isInstanceOfSatisfying(
                        GpioLineException.class, e -> assertThat(e.pin()).isEqualTo(4))
                .hasMessageContaining("Endpoints on one line share it");
    }

    @Test
    void anOutputCannotBeWatched() {
        assertThatThrownBy(() -> board.route(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:go").to("pi4j-gpio:4");
                        from("pi4j-gpio:4").to("mock:b");
                    }
                }))
                .isInstanceOf(GpioLineException.class)
                .hasMessageContaining("open as Output[pin=4");
    }

    @Test
    void anUnknownProviderIsNamedBesideThoseThereAre() {
        assertThatThrownBy(() -> board.watch("pi4j-gpio:4?provider=gpoid-digital-input"))
                .hasStackTraceContaining("pi4j-gpio:4: there is no Pi4J provider 'gpoid-digital-input' of type"
                        + " DIGITAL_INPUT. Set the option provider to one of mock-digital-input, or leave it out.");
    }

    @Test
    void noGpioAtAllIsSaidSo() {
        Context bare = Pi4J.newContextBuilder().build();
        board.camel.getComponent("pi4j-gpio", Pi4jGpioComponent.class).setContext(bare);

        assertThatThrownBy(() -> board.watch("pi4j-gpio:4"))
                .hasStackTraceContaining("pi4j-gpio:4: there is no GPIO: the Pi4J context has no provider of type"
                        + " DIGITAL_INPUT. Add one to the context, or its plugin's jar to the class path.");
        bare.shutdown();
    }

    @Test
    void aContextThatIsShutDownIsSaidSo() {
        board.pi4j.shutdown();

        assertThatThrownBy(() -> board.watch("pi4j-gpio:4"))
                .hasStackTraceContaining("pi4j-gpio:4: the Pi4J context has been shut down.");
    }

    @Test
    void aSupervisedRouteStartsOnceTheLineIsFree() throws Exception {
        board.pi4j.create(DigitalInput.newConfigBuilder(board.pi4j)
                .id("theirs")
                .address(4)
                .build());
        SupervisingRouteController supervisor = board.camel.getRouteController().supervising();
        supervisor.setBackOffDelay(20);
        supervisor.setInitialDelay(0);
        board.watch("pi4j-gpio:4?debounce=0");
        await().until(() -> !supervisor.getRestartingRoutes().isEmpty());
        assertThat(board.received).isEmpty();

        board.pi4j.shutdown("theirs");

        assertThat(board.nextLevel()).isEqualTo(GpioLevel.OFF);
    }
}
