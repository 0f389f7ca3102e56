package io.mainswatch.shadow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which shadow: a thing's classic one, or one of its named ones. The thing need not be in the registry. Names are case
 * sensitive.
 *
 * @param thing 1 to 128 of {@code a-z A-Z 0-9 : _ -}
 * @param shadow 1 to 64 of the same characters and {@code $}; empty means the classic shadow
 */
public record ShadowName(String thing, Optional<String> shadow) {

    static final Pattern THING = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    static final Pattern SHADOW = Pattern.compile("[$a-zA-Z0-9:_-]{1,64}");

    /**
     * Checks both names.
     *
     * @throws IllegalArgumentException if AWS would not take one of them
     */
    public ShadowName {
        if (!isThing(thing)) {
            throw new IllegalArgumentException(
                    "thing name '" + thing + "': must be 1 to 128 letters, digits, colons, underscores or hyphens");
        }
        shadow.filter(name -> !isShadow(name)).ifPresent(name -> {
            throw new IllegalArgumentException("shadow name '" + name
                    + "': must be 1 to 64 letters, digits, colons, underscores, hyphens or dollar signs");
        });
    }

    /** The thing's classic (unnamed) shadow. */
    public static ShadowName classic(String thing) {
        return new ShadowName(thing, Optional.empty());
    }

    /** One of the thing's named shadows. */
    public static ShadowName named(String thing, String shadow) {
        return new ShadowName(thing, Optional.of(shadow));
    }

    /** Whether AWS takes the text as a thing name. */
    public static boolean isThing(String text) {
        return THING.matcher(text).matches();
    }

    /** Whether AWS takes the text as the name of a named shadow. */
    public static boolean isShadow(String text) {
        return SHADOW.matcher(text).matches();
    }

    /** What all topics of the shadow begin with: {@code $aws/things/<thing>/shadow[/name/<shadow>]}. */
    public String topicPrefix() {
        return "$aws/things/" + thing + "/shadow"
                + shadow.map(name -> "/name/" + name).orElse("");
    }

    /**
     * The name as AWS's "no shadow" message writes it. Contested for named shadows: the guide's example shows the bare
     * shadow name, client code that compares the received text shows this form.
     */
    @Override
    public String toString() {
        return shadow.map(name -> thing + "~" + name).orElse(thing);
    }
}
