package io.mainswatch.camel.aws2.iot.plane;

import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;

/**
 * What AWS IoT takes as a name; pattern and length are those of its API model.
 *
 * <p>Checked before the call: a name is part of the request's path, and AWS answers a wrong one with a refusal that does
 * not say which header of the route it came from.
 */
public enum NameRule {
    THING_NAME(
            "[a-zA-Z0-9:_-]{1,128}",
            "the name of a thing is 1 to 128 of the characters a-z, A-Z, 0-9, colon, underscore and hyphen"),
    SHADOW_NAME(
            "[$a-zA-Z0-9:_-]{1,64}",
            "the name of a shadow is 1 to 64 of the characters a-z, A-Z, 0-9, colon, underscore, hyphen and dollar;"
                    + " leave it out for the classic shadow");

    /** Enough of a wrong name to know it by. */
    private static final int SHOWN = 140;

    private final Pattern pattern;
    private final String rule;

    NameRule(String pattern, String rule) {
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    /**
     * The name itself.
     *
     * @param source what has the name, as the beginning of a sentence, for the message
     * @throws IllegalArgumentException when the name breaks the rule
     */
    public String checked(String source, String name) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    source + " is '" + StringHelper.limitLength(name, SHOWN) + "', but " + rule);
        }
        return name;
    }
}
