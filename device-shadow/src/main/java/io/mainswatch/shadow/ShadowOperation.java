package io.mainswatch.shadow;

import java.util.Locale;

/** What a client can ask of a shadow. */
public enum ShadowOperation {
    UPDATE,
    GET,
    DELETE;

    /** The operation's level in a topic. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
