package io.mainswatch.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What the program does apart from its work, as asked for on the command line.
 *
 * @param name check or commission
 * @param config the configuration file
 * @param json whether a program reads the result
 * @param watch how long to show the levels; empty if not said
 * @param input the input to commission
 */
record Errand(String name, Path config, boolean json, Optional<Duration> watch, String input) {

    static final String CHECK = "check";
    static final String COMMISSION = "commission";

    static final String USAGE = """
            usage: edge-app check [--config FILE] [--watch SECONDS] [--json]
                   edge-app commission [--config FILE] [--input NAME]""";

    /** Reads the arguments; an {@link IllegalArgumentException} says what is wrong with them. */
    static Errand of(String[] arguments) {
        Queue<String> words = new ArrayDeque<>(List.of(arguments));
        String name = words.remove();
        if (!name.equals(CHECK) && !name.equals(COMMISSION)) {
            throw new IllegalArgumentException("the edge knows check and commission, not " + name + ".");
        }
        Errand errand = new Errand(name, Path.of(EdgeSettings.FILE), false, Optional.empty(), "power");
        while (!words.isEmpty()) {
            errand = errand.with(words.remove(), words);
        }
        return errand;
    }

    private Errand with(String option, Queue<String> words) {
        if (option.equals("--config")) {
            return new Errand(name, Path.of(value(option, words)), json, watch, input);
        }
        if (option.equals("--json") && name.equals(CHECK)) {
            return new Errand(name, config, true, watch, input);
        }
        if (option.equals("--watch") && name.equals(CHECK)) {
            return new Errand(name, config, json, Optional.of(seconds(value(option, words))), input);
        }
        if (option.equals("--input") && name.equals(COMMISSION)) {
            return new Errand(name, config, json, watch, value(option, words));
        }
        throw new IllegalArgumentException(name + " does not know " + option + ".");
    }

    private static String value(String option, Queue<String> words) {
        String value = words.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return value;
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--watch = " + text + ": must be whole seconds, 0 to 99999.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
