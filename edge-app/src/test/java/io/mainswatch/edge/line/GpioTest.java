package io.mainswatch.edge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpioTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"auto", "chardev"})
    void aMachineWithoutGpioIsToldSoWithTheRemedy(String kind) {
        assertThatThrownBy(() -> gpio().open(kind))
                .isInstanceOf(NoGpioException.class)
                .hasMessageStartingWith("mainswatch.gpio = " + kind + ": this machine has no GPIO")
                .hasMessageContaining("set simulated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "chardev"})
    void aMachineWithAChipGetsTheCharacterDevice(String kind) throws IOException {
        Files.createFile(folder.resolve("gpiochip0"));

        assertThat(providersOf(kind)).containsExactlyInAnyOrder("chardev-digital-input", "chardev-digital-output");
    }

    /** The provider only: opening gpiod's loads its native part, which is for Arm. */
    @ParameterizedTest
    @CsvSource({
        "auto, false, false, chardev-digital-input",
        "auto, false, true, chardev-digital-input",
        "auto, true, false, chardev-digital-input",
        "auto, true, true, gpiod-digital-input",
        "chardev, true, true, chardev-digital-input",
        "gpiod, false, true, gpiod-digital-input",
    })
    void autoFallsBackToGpiodOnlyOnARaspberryPiWhoseKernelIsTooOld(
            String kind, boolean kernelTooOld, boolean raspberryPi, String provider) throws IOException {
        Files.createFile(folder.resolve("gpiochip0"));
        Gpio gpio = new Gpio(folder, folder.resolve("lines"), () -> kernelTooOld, () -> raspberryPi);

        assertThat(gpio.providers(kind)[0].id()).isEqualTo(provider);
    }

    @Test
    void gpiodOnAnotherMachineIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> new Gpio(folder, folder, () -> true, () -> false).open("gpiod"))
                .isInstanceOf(NoGpioException.class)
                .hasMessageStartingWith("mainswatch.gpio = gpiod: Pi4J does not know this machine as a Raspberry Pi.")
                .hasMessageContaining("Set chardev");
    }

    @Test
    void simulatedLinesComeFromFilesAlreadyAtTheFirstReading() throws IOException {
        Files.createDirectories(folder.resolve("lines"));
        Files.writeString(folder.resolve("lines/line-4"), "1\n");
        Context context = gpio().open("simulated");

        assertThat(context.create(DigitalInput.newConfigBuilder(context)
                                .address(4)
                                .build())
                        .isHigh())
                .isTrue();
        context.shutdown();
    }

    @Test
    void simulatedOutputsAreShownInFiles() throws IOException {
        Context context = gpio().open("simulated");
        DigitalOutput output = context.create(DigitalOutput.newConfigBuilder(context)
                .address(17)
                .initial(DigitalState.HIGH)
                .build());
        assertThat(folder.resolve("lines/out-17")).hasContent("1\n");

        output.low();

        assertThat(folder.resolve("lines/out-17")).hasContent("0\n");
        context.shutdown();
    }

    private Set<String> providersOf(String kind) {
        Context context = gpio().open(kind);
        Set<String> ids = Set.copyOf(context.providers().all().keySet());
        context.shutdown();
        return ids;
    }

    private Gpio gpio() {
        return new Gpio(folder, folder.resolve("lines"));
    }
}
