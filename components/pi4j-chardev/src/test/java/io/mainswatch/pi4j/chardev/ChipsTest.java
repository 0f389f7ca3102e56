package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChipsTest {

    private final FakeKernel kernel = new FakeKernel();

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(kernel.descriptors()).isZero();
    }

    @Test
    void usuallyItIsThePinControllerWhateverItsNumber() {
        kernel.chip("/dev/gpiochip0", "brcmvirt-gpio", 8).chip("/dev/gpiochip4", "pinctrl-rp1", 54);

        assertThat(chosen("")).isEqualTo("/dev/gpiochip4 (pinctrl-rp1)");
    }

    @Test
    void elsewhereItIsTheFirst() {
        kernel.chip("/dev/gpiochip0", "INT34C5:00", 300).chip("/dev/gpiochip1", "ftdi", 4);

        assertThat(chosen("")).isEqualTo("/dev/gpiochip0 (INT34C5:00)");
    }

    @Test
    void anExactLabelWinsOverAPartOfOne() {
        kernel.chip("/dev/gpiochip0", "pinctrl-rp1-extra", 4).chip("/dev/gpiochip1", "pinctrl-rp1", 54);

        assertThat(chosen("pinctrl-rp1")).isEqualTo("/dev/gpiochip1 (pinctrl-rp1)");
        assertThat(chosen("extra")).isEqualTo("/dev/gpiochip0 (pinctrl-rp1-extra)");
    }

    @Test
    void aPathIsTakenAtItsWord() {
        kernel.chip("/dev/gpiochip0", "pinctrl-rp1", 54).chip("/dev/gpiochip1", "other", 4);

        assertThat(chosen(" /dev/gpiochip1 ")).isEqualTo("/dev/gpiochip1 (other)");
    }

    private String chosen(String text) {
        try (Chip chip = new Chips(kernel).open(ChipChoice.parse(text))) {
            return chip.toString();
        }
    }
}
