package io.mainswatch.pi4j.chardev;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.LinuxKernel;

/** Makes outputs. It touches no device before it makes the first. */
public final class ChardevDigitalOutputProvider extends DigitalOutputProviderBase {

    /** By this id a configuration asks for the provider. */
    public static final String ID = "chardev-digital-output";

    private final Kernel kernel;

    ChardevDigitalOutputProvider(Kernel kernel) {
        super(ID, "GPIO character device digital output provider");
        this.kernel = kernel;
    }

    /** A provider for the kernel this process runs on, to add to a Pi4J context. */
    public static ChardevDigitalOutputProvider newInstance() {
        return new ChardevDigitalOutputProvider(new LinuxKernel());
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        ChardevDigitalOutput output = new ChardevDigitalOutput(kernel, this, config);
        context.registry().add(output);
        return output;
    }

    @Override
    public int getPriority() {
        return ChardevPlugin.PRIORITY;
    }
}
