package io.mainswatch.localaws.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic that names the one rule that hears it, {@code $aws/rules/<rule>/<topic>}; no subscriber does.
 *
 * @param topic what comes after the rule, which is all that the rule sees; may be empty
 */
public record BasicIngest(String rule, String topic) {

    private static final Pattern TOPIC =
            Pattern.compile("\\$aws/rules/([a-zA-Z0-9_]{1,128})(?:/(.*))?", Pattern.DOTALL);

    /** Empty for every other topic. */
    public static Optional<BasicIngest> parse(String topic) {
        if (!topic.startsWith("$")) {
            return Optional.empty();
        }
        Matcher matcher = TOPIC.matcher(topic);
        return matcher.matches()
                ? Optional.of(new BasicIngest(
                        matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("")))
                : Optional.empty();
    }
}
