package io.mainswatch.localaws.faults;

import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member of the JSON with which a fault is armed.
 *
 * @param fallback what counts if it is left out, as it would be written; null if nothing does
 * @param must the values it takes, as the end of the sentence "must be ..."
 * @param reader makes the value of its text; empty if it is none
 */
record Parameter<T>(String name, String about, String fallback, String must, Function<String, Optional<T>> reader) {

    /** A length of time, both ends included; it can be negative where {@code min} is. */
    static Parameter<Duration> time(String name, String about, String fallback, Duration min, Duration max) {
        String must = "a time such as 500ms, 30s or 2m, from " + Durations.format(min) + " to " + Durations.format(max);
        return new Parameter<>(
                name,
                about,
                fallback,
                must,
                text -> signed(text).filter(time -> time.compareTo(min) >= 0 && time.compareTo(max) <= 0));
    }

    private static Optional<Duration> signed(String text) {
        return text.startsWith("-") ? Durations.parse(text.substring(1)).map(Duration::negated) : Durations.parse(text);
    }

    /** A whole number, both ends included. */
    static Parameter<Integer> whole(String name, String about, String fallback, int min, int max) {
        return new Parameter<>(
                name,
                about,
                fallback,
                "a whole number from " + min + " to " + max,
                text -> whole(text).filter(number -> number >= min && number <= max));
    }

    /** One of a few whole numbers, the first unless another is asked for. */
    static Parameter<Integer> oneOf(String name, String about, List<Integer> numbers) {
        return new Parameter<>(
                name,
                about,
                numbers.get(0).toString(),
                "one of " + numbers,
                text -> whole(text).filter(numbers::contains));
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One of a few words; all of them if it is left out. */
    static Parameter<String> oneOfWords(String name, String about, List<String> words) {
        return new Parameter<>(
                name, about, null, "one of " + words, text -> Optional.of(text).filter(words::contains));
    }

    /** Any text but none. */
    static Parameter<String> text(String name, String about) {
        return new Parameter<>(
                name,
                about,
                null,
                "a text that is not empty",
                text -> Optional.of(text).filter(any -> !any.isBlank()));
    }

    /**
     * The value of a text.
     *
     * @throws BadOrder if it is none
     */
    T read(String text) {
        return reader.apply(text).orElseThrow(() -> new BadOrder(name, text, "must be " + must));
    }
}
