package io.mainswatch.pi4j.chardev;

import com.pi4j.context.Context;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.LineInfo;
import io.mainswatch.pi4j.chardev.kernel.LinuxKernel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds lines by the names that the board's device tree or firmware gives them, such as {@code GPIO17}; {@code gpioinfo}
 * lists them. Pi4J knows a line by its number, so a name is turned into one before the line is configured:
 *
 * <pre>{@code
 * DigitalInput.newConfigBuilder(pi4j).address(LineNames.address(pi4j, "GPIO17"))
 * }</pre>
 */
public final class LineNames {

    private LineNames() {}

    /**
     * The number of the line on the chip that the context's property {@code pi4j.chardev.chip} chooses.
     *
     * @throws ChardevException when no line of the chip has the name, several have, or the chip cannot be asked
     */
    public static int address(Context context, String name) {
        return address(new LinuxKernel(), context, name);
    }

    static int address(Kernel kernel, Context context, String name) {
        try (Chip chip = new Chips(kernel).open(ChipChoice.of(context))) {
            List<LineInfo> named =
                    chip.lines().stream().filter(line -> !line.name().isEmpty()).toList();
            List<LineInfo> meant =
                    named.stream().filter(line -> line.name().equals(name)).toList();
            if (meant.size() == 1) {
                return meant.get(0).offset();
            }
            throw new ChardevException(meant.isEmpty() ? unknown(chip, name, named) : ambiguous(chip, name, meant));
        }
    }

    private static String unknown(Chip chip, String name, List<LineInfo> named) {
        String names = named.stream().map(LineInfo::name).collect(Collectors.joining(", "));
        return "No line of " + chip + " has the name '" + name + "'. "
                + (names.isEmpty()
                        ? "None of its lines has one; use the line's number."
                        : "The names are " + names + "; or use the line's number.");
    }

    private static String ambiguous(Chip chip, String name, List<LineInfo> meant) {
        String numbers =
                meant.stream().map(line -> String.valueOf(line.offset())).collect(Collectors.joining(", "));
        return "Lines " + numbers + " of " + chip + " have the name '" + name
                + "'. Use the number of the one that is meant.";
    }
}
