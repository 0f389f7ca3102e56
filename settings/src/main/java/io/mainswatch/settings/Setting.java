package io.mainswatch.settings;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key that an operator may set.
 *
 * @param key full name, {@code mainswatch.} first; one segment may be {@code *} for "any name"
 * @param range the allowed values
 * @param fallback the value when nothing is set, or null: the key is then required, optional or a wildcard
 * @param required whether the start must fail when nothing is set
 * @param description a sentence for the operator
 */
public record Setting(String key, Range range, String fallback, boolean required, String description) {

    public Setting {
        Objects.requireNonNull(range, key);
        Objects.requireNonNull(description, key);
        if (fallback != null && !range.allows(fallback)) {
            throw new IllegalArgumentException("The default of " + key + " must be " + range.describe());
        }
    }

    /** A key with a default. */
    public static Setting of(String key, Range range, String fallback, String description) {
        return new Setting(key, range, Objects.requireNonNull(fallback, key), false, description);
    }

    /** A key that must be set. */
    public static Setting required(String key, Range range, String description) {
        return new Setting(key, range, null, true, description);
    }

    /** A key that may be left out and then has no value. */
    public static Setting optional(String key, Range range, String description) {
        return new Setting(key, range, null, false, description);
    }

    /** Whether this declaration speaks of the key. */
    public boolean covers(String name) {
        return isPattern() ? asPattern().matcher(name).matches() : key.equals(name);
    }

    boolean isPattern() {
        return key.contains("*");
    }

    /** The environment variable that overrides the file: {@code mainswatch.thing-name} is {@code MAINSWATCH_THING_NAME}. */
    public String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Why the value cannot be taken, as "must be ...", or empty. */
    Optional<String> complaint(String value) {
        return range.allows(value) ? Optional.empty() : Optional.of("must be " + range.describe());
    }

    private Pattern asPattern() {
        return Pattern.compile(Pattern.quote(key).replace("*", "\\E[a-zA-Z0-9_-]+\\Q"));
    }
}
