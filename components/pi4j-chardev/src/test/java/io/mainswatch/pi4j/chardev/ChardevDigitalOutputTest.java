package io.mainswatch.pi4j.chardev;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChardevDigitalOutputTest {

    private final FakeKernel kernel = new FakeKernel().chip("/dev/gpiochip0", "pinctrl-bcm2711", 58);
    private final Context pi4j = Pi4J.newContextBuilder()
            .add(new ChardevDigitalOutputProvider(kernel))
            .build();

    @AfterEach
    void shutDown() {
        pi4j.shutdown();
    }

    @Test
    void theLineHasItsInitialStateFromTheFirstMoment() {
        DigitalOutput output = pi4j.create(config().initial(HIGH).build());

        assertThat(kernel.requests).containsExactly(new LineRequest(17, "relay", LineFlag.OUTPUT, 0, true));
        assertThat(output.state()).isEqualTo(HIGH);
    }

    @Test
    void withoutAnInitialStateTheLineIsLowAndKnownToBe() {
        DigitalOutput output = pi4j.create(config().build());

        assertThat(kernel.requests).extracting(LineRequest::value).containsExactly(false);
        assertThat(output.state()).isEqualTo(LOW);
    }

    @Test
    void settingItDrivesTheLineAndTellsListenersOfChangesOnly() {
        DigitalOutput output = pi4j.create(config().build());
        List<DigitalState> told = new ArrayList<>();
        output.addListener(event -> told.add(event.state()));

        output.high();
        assertThat(kernel.level(17)).isTrue();
        output.high();
        output.low();
        assertThat(kernel.level(17)).isFalse();

        assertThat(told).containsExactly(HIGH, LOW);
    }

    @Test
    void atShutdownItTakesItsShutdownStateAndIsGivenBack() {
        pi4j.create(config().shutdown(HIGH).build());
        assertThat(kernel.descriptors()).isEqualTo(1);

        pi4j.shutdown("relay");

        assertThat(kernel.level(17)).isTrue();
        assertThat(kernel.descriptors()).isZero();
    }

    private DigitalOutputConfigBuilder config() {
        return DigitalOutput.newConfigBuilder(pi4j).id("relay").address(17);
    }
}
