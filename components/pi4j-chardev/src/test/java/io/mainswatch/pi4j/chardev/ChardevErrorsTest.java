package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import io.mainswatch.pi4j.chardev.kernel.Errno;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.LinuxKernel;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad input: each case says which chip or line, what is wrong and what to do, and leaves nothing open. */
class ChardevErrorsTest {

    private final FakeKernel kernel = new FakeKernel();
    private Context pi4j;

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(kernel.descriptors()).isZero();
        pi4j.shutdown();
    }

    @Test
    void noGpioAtAll() {
        opening(kernel, "").hasMessageContaining("There is no GPIO: no /dev/gpiochip* on this machine.");
    }

    @Test
    void aChipThatIsNotThere() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58);
        opening(kernel, "/dev/gpiochip7")
                .hasMessageContaining("/dev/gpiochip7 does not exist. Does this board have GPIO, and its driver run?");
    }

    @Test
    void aLabelThatNoChipHas() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).chip("/dev/gpiochip1", "raspberrypi-exp-gpio", 8);
        opening(kernel, "pinctrl-rp1")
                .hasMessageContaining("No GPIO chip has the label 'pinctrl-rp1'; there are:"
                        + " /dev/gpiochip0 (pinctrl-bcm2711), /dev/gpiochip1 (raspberrypi-exp-gpio).");
    }

    @Test
    void aDeviceThatOnlyAGroupMayUse() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).closed("/dev/gpiochip0", Errno.EACCES);
        opening(kernel, "")
                .hasMessageContaining("/dev/gpiochip0 may not be used by this user. Add the user to the group gpio"
                        + " (usermod -aG gpio USER) and start anew.");
    }

    @Test
    void aDeviceThatOnlyRootMayUse() {
        kernel.chip("/dev/gpiochip1", "pinctrl-bcm2711", 58).closed("/dev/gpiochip1", Errno.EACCES);
        opening(kernel, "")
                .hasMessageContaining("/dev/gpiochip1 may not be used by this user. Give its file to a group by a udev"
                        + " rule, and the user to that group.");
    }

    @Test
    void aDeviceWhoseDriverIsGone() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).closed("/dev/gpiochip0", Errno.ENODEV);
        opening(kernel, "").hasMessageContaining("/dev/gpiochip0 has no device behind it any more.");
    }

    @Test
    void aLineThatIsInUse() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).heldBy(4, "gpio-keys");
        opening(kernel, "")
                .hasMessageContaining("line 4 of /dev/gpiochip0 (pinctrl-bcm2711) is in use by 'gpio-keys'."
                        + " Stop that, or use another line.");
    }

    @Test
    void aLineThatSomebodyWithoutANameHolds() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).heldBy(4, "");
        opening(kernel, "").hasMessageContaining("is in use by somebody who gave no name.");
    }

    @Test
    void aLineBeyondTheChip() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 4);
        opening(kernel, "")
                .hasMessageContaining("line 4 of /dev/gpiochip0 (pinctrl-bcm2711) does not exist: the chip has lines 0"
                        + " to 3. Use one of them, or name another chip.");
    }

    @Test
    void settingsThatTheKernelRefuses() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).refusing(Errno.EINVAL);
        opening(kernel, "").hasMessageContaining("cannot have these settings").hasMessageContaining("Try without pull");
    }

    @Test
    void aKernelThatIsTooOld() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).old();
        opening(kernel, "").hasMessageContaining("Use Linux 5.10 or later.");
    }

    @Test
    void aKernelIsTooOldOnlyIfItHasAChipAndNotVersion2() {
        ChardevDigitalInputProvider provider = new ChardevDigitalInputProvider(kernel);
        pi4j = context(kernel, "");
        assertThat(provider.isKernelTooOld()).as("without a chip").isFalse();
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58);
        assertThat(provider.isKernelTooOld()).isFalse();
        kernel.old();
        assertThat(provider.isKernelTooOld()).isTrue();
        kernel.closed("/dev/gpiochip0", Errno.EACCES);
        assertThat(provider.isKernelTooOld()).as("behind a closed door").isFalse();
    }

    @Test
    void aDebounceTimeOutOfRange() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58);
        pi4j = context(kernel, "");
        assertThatThrownBy(() -> pi4j.create(config().debounce(3_000_000_000L).build()))
                .hasRootCauseInstanceOf(ChardevException.class)
                .hasStackTraceContaining("The debounce time of line 4 is 3000000000 microseconds; it must be 0 to");
    }

    @Test
    void aDeviceThatIsNoChipAccordingToTheRealKernel() {
        opening(new LinuxKernel(), "/dev/null")
                .hasMessageContaining(
                        "/dev/null is not a GPIO chip (ioctl GET_CHIP_INFO: ENOTTY, not a request that this"
                                + " device knows). Name a device such as /dev/gpiochip0, a chip's label, or none.");
    }

    @Test
    void afterAFailureTheSameLineCanBeOpened() {
        kernel.chip("/dev/gpiochip0", "pinctrl-bcm2711", 58).refusing(Errno.EINVAL);
        opening(kernel, "");

        kernel.refusing(0);

        assertThat(pi4j.create(config().build()).id()).isEqualTo("input");
        pi4j.shutdown("input");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> opening(Kernel system, String chip) {
        pi4j = context(system, chip);
        return assertThatThrownBy(() -> pi4j.create(config().build()))
                .rootCause()
                .isInstanceOf(ChardevException.class);
    }

    private DigitalInputConfigBuilder config() {
        return DigitalInput.newConfigBuilder(pi4j).id("input").address(4);
    }

    private static Context context(Kernel system, String chip) {
        return Pi4J.newContextBuilder()
                .property(ChipChoice.PROPERTY, chip)
                .add(new ChardevDigitalInputProvider(system))
                .build();
    }
}
