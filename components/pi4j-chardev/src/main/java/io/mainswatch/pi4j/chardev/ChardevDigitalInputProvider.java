package io.mainswatch.pi4j.chardev;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.LinuxKernel;

/** Makes inputs. It touches no device before it makes the first. */
public final class ChardevDigitalInputProvider extends DigitalInputProviderBase {

    /** By this id a configuration asks for the provider. */
    public static final String ID = "chardev-digital-input";

    private final Kernel kernel;

    ChardevDigitalInputProvider(Kernel kernel) {
        super(ID, "GPIO character device digital input provider");
        this.kernel = kernel;
    }

    /** A provider for the kernel this process runs on, to add to a Pi4J context. */
    public static ChardevDigitalInputProvider newInstance() {
        return new ChardevDigitalInputProvider(new LinuxKernel());
    }

    /**
     * Whether the kernel lacks what this provider needs, version 2 of the device, though it has a chip; another provider
     * may do then. False also where the chip cannot be asked: to say why is the business of {@link #create}.
     */
    public boolean isKernelTooOld() {
        try (Chip chip = new Chips(kernel).open(new ChipChoice.Usual())) {
            return !chip.speaksVersion2();
        } catch (ChardevException e) {
            return false;
        }
    }

    /**
     * Where a line is and who holds it, for an operator; nothing is taken or changed.
     *
     * @throws ChardevException when the chip cannot be asked, or has no such line
     */
    public String describe(int line) {
        try (Chip chip = new Chips(kernel).open(ChipChoice.of(context))) {
            return chip.describe(line);
        }
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        ChardevDigitalInput input = new ChardevDigitalInput(kernel, this, config);
        context.registry().add(input);
        return input;
    }

    @Override
    public int getPriority() {
        return ChardevPlugin.PRIORITY;
    }
}
