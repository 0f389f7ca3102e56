package io.mainswatch.edge.report;

import java.util.Map;

/**
 * Which reported property holds the level of each input.
 *
 * @param chosen the property by input, where the configuration says it
 */
public record PropertyNames(Map<String, String> chosen) {

    private static final String MAINS = "power";

    /** The property of an input for which nothing was chosen; the cloud knows it by the input's name. */
    public static String usual(String input) {
        return input.equals(MAINS) ? "status" : input + "Status";
    }

    String of(String input) {
        return chosen.getOrDefault(input, usual(input));
    }

    /** Whether the report must say where the level stands. */
    boolean isUnusual(String input) {
        return !of(input).equals(usual(input));
    }
}
