package io.mainswatch.edge.journal;

import java.util.Locale;

/** Whether an input is on or off, after active-low has been taken into account. */
public enum Level {
    ON,
    OFF;

    /** The word in the journal, in reports and in logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
