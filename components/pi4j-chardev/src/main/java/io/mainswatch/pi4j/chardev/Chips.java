package io.mainswatch.pi4j.chardev;

import io.mainswatch.pi4j.chardev.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the chip that a choice means. */
final class Chips {

    private static final String PINCTRL = "pinctrl";

    private final Kernel kernel;

    Chips(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Opens the chosen chip; the caller closes it. */
    Chip open(ChipChoice choice) {
        if (choice instanceof ChipChoice.Path chosen) {
            return Chip.open(kernel, chosen.path());
        }
        List<String> paths = kernel.chips();
        if (paths.isEmpty()) {
            throw new ChardevException(
                    "There is no GPIO: no /dev/gpiochip* on this machine. Does the board have GPIO, and"
                            + " its driver run? In a container, is the device passed in?");
        }
        if (choice instanceof ChipChoice.Label chosen) {
            return labelled(paths, chosen.label());
        }
        return find(paths, label -> label.contains(PINCTRL)).orElseGet(() -> Chip.open(kernel, paths.get(0)));
    }

    private Chip labelled(List<String> paths, String wanted) {
        return find(paths, wanted::equals)
                .or(() -> find(paths, label -> label.contains(wanted)))
                .orElseThrow(() -> new ChardevException(
                        "No GPIO chip has the label '" + wanted + "'; there are: " + describe(paths) + "."));
    }

    private Optional<Chip> find(List<String> paths, Predicate<String> label) {
        for (String path : paths) {
            Chip chip = Chip.open(kernel, path);
            if (label.test(chip.info().label())) {
                return Optional.of(chip);
            }
            chip.close();
        }
        return Optional.empty();
    }

    private String describe(List<String> paths) {
        List<String> chips = new ArrayList<>();
        for (String path : paths) {
            try (Chip chip = Chip.open(kernel, path)) {
                chips.add(chip.toString());
            }
        }
        return String.join(", ", chips);
    }
}
