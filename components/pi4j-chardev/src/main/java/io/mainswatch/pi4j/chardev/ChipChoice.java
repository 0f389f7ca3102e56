package io.mainswatch.pi4j.chardev;

import com.pi4j.context.Context;

/** Which of a board's GPIO chips the lines are on. */
sealed interface ChipChoice {

    /** The Pi4J context property that names the chip, by path or by label. */
    String PROPERTY = "pi4j.chardev.chip";

    /** The first whose label contains {@code pinctrl}, as all Raspberry Pis' do, else the first there is. */
    record Usual() implements ChipChoice {}

    /** The device at a path, such as {@code /dev/gpiochip4}. */
    record Path(String path) implements ChipChoice {}

    /** The first whose label is, or else contains, a text, such as {@code pinctrl-rp1}. */
    record Label(String label) implements ChipChoice {}

    /** A text that begins with a slash is a path, any other a label, none the usual choice. */
    static ChipChoice parse(String text) {
        if (text == null || text.isBlank()) {
            return new Usual();
        }
        String chip = text.trim();
        return chip.startsWith("/") ? new Path(chip) : new Label(chip);
    }

    /** What the context's properties say. */
    static ChipChoice of(Context context) {
        return parse(context.properties().get(PROPERTY));
    }
}
