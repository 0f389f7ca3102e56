package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import io.mainswatch.pi4j.chardev.kernel.Errno;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines by the names that the board gives them. */
class LineNamesTest {

    private final FakeKernel kernel = new FakeKernel()
            .chip("/dev/gpiochip0", "pinctrl-bcm2711", 5)
            .named(2, "SDA1")
            .named(3, "")
            .named(4, "DOOR");
    private Context pi4j = context("");

    @AfterEach
    void nothingIsLeftOpen() {
        pi4j.shutdown();
        assertThat(kernel.descriptors()).isZero();
    }

    @Test
    void aNameIsTheAddressOfItsLine() {
        kernel.drive(4, true);

        DigitalInput door = pi4j.create(DigitalInput.newConfigBuilder(pi4j)
                .id("door")
                .address(address("DOOR"))
                .build());

        assertThat(door.address().intValue()).isEqualTo(4);
        assertThat(door.state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void aLineIsDescribedWithItsChipItsNameAndItsHolderAndNotTaken() {
        kernel.heldBy(2, "i2c");
        ChardevDigitalInputProvider inputs = new ChardevDigitalInputProvider(kernel);
        Context described = Pi4J.newContextBuilder().noAutoDetect().add(inputs).build();

        assertThat(inputs.describe(4)).isEqualTo("line 4 of /dev/gpiochip0 (pinctrl-bcm2711), DOOR");
        assertThat(inputs.describe(3)).isEqualTo("line 3 of /dev/gpiochip0 (pinctrl-bcm2711)");
        assertThat(inputs.describe(2)).endsWith(", SDA1, in use by 'i2c'");
        assertThatThrownBy(() -> inputs.describe(9))
                .hasMessageContaining("line 9 of /dev/gpiochip0 (pinctrl-bcm2711) does not exist");
        described.shutdown();
    }

    @Test
    void theNamesAreThoseOfTheChosenChip() {
        kernel.chip("/dev/gpiochip1", "expander", 1);
        pi4j = context("expander");

        assertThat(address("GPIO0")).isZero();
        assertThatThrownBy(() -> address("DOOR"))
                .hasMessageStartingWith("No line of /dev/gpiochip1 (expander) has the name 'DOOR'.");
    }

    @Test
    void aNameThatNoLineHasIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> address("GPIO17"))
                .isInstanceOf(ChardevException.class)
                .hasMessage("No line of /dev/gpiochip0 (pinctrl-bcm2711) has the name 'GPIO17'. The names are GPIO0,"
                        + " GPIO1, SDA1, DOOR; or use the line's number.");
    }

    @Test
    void anEmptyNameIsNotThatOfTheLinesWithoutOne() {
        assertThatThrownBy(() -> address("")).hasMessageContaining("has the name ''");
    }

    @Test
    void aChipWhoseLinesHaveNoNamesSaysSo() {
        kernel.chip("/dev/gpiochip1", "nameless", 1).named(0, "");
        pi4j = context("nameless");

        assertThatThrownBy(() -> address("DOOR"))
                .hasMessageContaining("None of its lines has one; use the line's number.");
    }

    @Test
    void aNameThatSeveralLinesHaveIsRefusedWithTheirNumbers() {
        kernel.named(0, "DOOR");

        assertThatThrownBy(() -> address("DOOR"))
                .isInstanceOf(ChardevException.class)
                .hasMessage("Lines 0, 4 of /dev/gpiochip0 (pinctrl-bcm2711) have the name 'DOOR'. Use the number of the"
                        + " one that is meant.");
    }

    @Test
    void aKernelThatIsTooOldAndADoorThatIsClosedAreSaidSo() {
        kernel.old();
        assertThatThrownBy(() -> address("DOOR")).hasMessageContaining("Use Linux 5.10 or later.");

        kernel.closed("/dev/gpiochip0", Errno.EACCES);
        assertThatThrownBy(() -> address("DOOR")).hasMessageContaining("usermod -aG gpio USER");
    }

    private int address(String name) {
        return LineNames.address(kernel, pi4j, name);
    }

    private Context context(String chip) {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .property(ChipChoice.PROPERTY, chip)
                .add(new ChardevDigitalInputProvider(kernel))
                .build();
    }
}
