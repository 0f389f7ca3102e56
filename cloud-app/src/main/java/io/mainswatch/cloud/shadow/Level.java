package io.mainswatch.cloud.shadow;

import java.util.Optional;

/** What an input may be. */
public enum Level {
    ON("on"),
    OFF("off");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** As devices report it and the database stores it. */
    public String word() {
        return word;
    }

    /** The level that the word means, if any. */
    public static Optional<Level> of(String word) {
        return ON.word.equals(word) ? Optional.of(ON) : OFF.word.equals(word) ? Optional.of(OFF) : Optional.empty();
    }
}
