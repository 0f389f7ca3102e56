package io.mainswatch.edge.line;

import com.pi4j.Pi4J;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.context.Context;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.provider.Provider;
import io.mainswatch.pi4j.chardev.ChardevDigitalInputProvider;
import io.mainswatch.pi4j.chardev.ChardevDigitalOutputProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * The GPIO of this machine as a Pi4J context with exactly one provider of inputs and one of outputs, chosen by
 * {@code mainswatch.gpio}. Nothing is detected by class path, so what the configuration says is what runs.
 */
public final class Gpio {

    private final Path devices;
    private final Path lines;
    private final BooleanSupplier kernelTooOld;
    private final BooleanSupplier raspberryPi;

    /**
     * @param devices where the kernel shows its devices
     * @param lines folder of simulated lines
     */
    public Gpio(Path devices, Path lines) {
        this(
                devices,
                lines,
                () -> ChardevDigitalInputProvider.newInstance().isKernelTooOld(),
                BoardInfoHelper::runningOnRaspberryPi);
    }

    /**
     * @param kernelTooOld whether the kernel has a GPIO chip, but not the version of the character device that is needed
     * @param raspberryPi whether Pi4J knows the machine as a Raspberry Pi
     */
    Gpio(Path devices, Path lines, BooleanSupplier kernelTooOld, BooleanSupplier raspberryPi) {
        this.devices = devices;
        this.lines = lines;
        this.kernelTooOld = kernelTooOld;
        this.raspberryPi = raspberryPi;
    }

    /**
     * Opens it; whoever gets the context shuts it down. {@code auto} is the character device, which every board has, or
     * gpiod on a Raspberry Pi whose kernel is too old for that; it never falls back to simulated lines. A
     * {@link NoGpioException} says what to do.
     *
     * @param kind {@code auto}, {@code chardev}, {@code gpiod} or {@code simulated}
     */
    public Context open(String kind) {
        return Pi4J.newContextBuilder().noAutoDetect().add(providers(kind)).build();
    }

    /** The providers for a kind, of inputs and of outputs; no device of them is touched yet. */
    Provider<?, ?, ?>[] providers(String kind) {
        return switch (kind) {
            case "simulated" -> both(new SimulatedInputs(lines), new SimulatedOutputs(lines));
            case "gpiod" -> gpiod();
            case "auto" -> preferred(chardev(kind));
            default -> both(chardev(kind), ChardevDigitalOutputProvider.newInstance());
        };
    }

    private Provider<?, ?, ?>[] preferred(ChardevDigitalInputProvider chardev) {
        return kernelTooOld.getAsBoolean() && raspberryPi.getAsBoolean()
                ? gpiod()
                : both(chardev, ChardevDigitalOutputProvider.newInstance());
    }

    private static Provider<?, ?, ?>[] both(Provider<?, ?, ?> inputs, Provider<?, ?, ?> outputs) {
        return new Provider<?, ?, ?>[] {inputs, outputs};
    }

    private ChardevDigitalInputProvider chardev(String kind) {
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
            if (!chips.iterator().hasNext()) {
                throw new NoGpioException("mainswatch.gpio = " + kind + ": this machine has no GPIO (no " + devices
                        + "/gpiochip*). Run on a board, pass the device into the container, or set simulated to try"
                        + " without.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ChardevDigitalInputProvider.newInstance();
    }

    private Provider<?, ?, ?>[] gpiod() {
        if (!raspberryPi.getAsBoolean()) {
            throw new NoGpioException("mainswatch.gpio = gpiod: Pi4J does not know this machine as a Raspberry Pi. "
                    + "Set chardev for any machine with a GPIO character device, or simulated to try without one.");
        }
        return both(GpioDDigitalInputProvider.newInstance(), GpioDDigitalOutputProvider.newInstance());
    }
}
