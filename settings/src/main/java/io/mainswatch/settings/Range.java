package io.mainswatch.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The values a setting may take: it can say so in words, check a value, and bring it to the one form routes see. */
public sealed interface Range {

    /** The allowed values as the end of the sentence "must be ...". */
    String describe();

    /** Whether the text, already trimmed and not empty, is one of the allowed values. */
    boolean allows(String text);

    /** The form in which routes see the value; the text itself unless the range says otherwise. */
    default String canonical(String text) {
        return text;
    }

    /** What a message may show of a value that it complains of; less than the text itself for secrets. */
    default String shown(String text) {
        return text;
    }

    /** Any text. */
    record Text(String describe) implements Range {
        @Override
        public boolean allows(String text) {
            return true;
        }
    }

    /** Text of a certain shape, for example a thing name. */
    record Matching(Pattern pattern, String describe) implements Range {
        @Override
        public boolean allows(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /** One of a few words. */
    record OneOf(Set<String> words) implements Range {
        @Override
        public String describe() {
            return "one of " + String.join(", ", words.stream().sorted().toList());
        }

        @Override
        public boolean allows(String text) {
            return words.contains(text);
        }
    }

    /** A whole number, both ends included. */
    record Whole(long min, long max) implements Range {
        @Override
        public String describe() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public boolean allows(String text) {
            try {
                long value = Long.parseLong(text);
                return value >= min && value <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** A length of time, both ends included; routes see it in milliseconds. */
    record Time(Duration min, Duration max) implements Range {
        @Override
        public String describe() {
            return "a time such as 200ms, 15s, 2m, 24h, 400d or PT15S, from " + Durations.format(min) + " to "
                    + Durations.format(max);
        }

        @Override
        public boolean allows(String text) {
            return Durations.parse(text)
                    .filter(time -> time.compareTo(min) >= 0 && time.compareTo(max) <= 0)
                    .isPresent();
        }

        @Override
        public String canonical(String text) {
            return Long.toString(Durations.parse(text).orElseThrow().toMillis());
        }
    }

    /** A certificate or key, in one of the three ways of {@link Pem}. */
    record PemText() implements Range {
        @Override
        public String describe() {
            return "a PEM file that exists and can be read, PEM text, or base64 of PEM text";
        }

        @Override
        public boolean allows(String text) {
            return Pem.text(text).isPresent();
        }

        @Override
        public String shown(String text) {
            return Pem.shown(text);
        }
    }

    /** A URI with one of the schemes. */
    record Uri(List<String> schemes) implements Range {
        @Override
        public String describe() {
            return "a URI that begins with " + String.join(" or ", schemes) + ":";
        }

        @Override
        public boolean allows(String text) {
            try {
                return schemes.contains(new URI(text).getScheme());
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** {@code true} or {@code false}. */
    static Range flag() {
        return new OneOf(Set.of("true", "false"));
    }

    /** A TCP port, 1 to 65535. */
    static Range port() {
        return new Whole(1, 65_535);
    }
}
