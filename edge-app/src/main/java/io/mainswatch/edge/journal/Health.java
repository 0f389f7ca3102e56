package io.mainswatch.edge.journal;

/** How the journal's disk is. While it is not sound, what it does not take is held in memory. */
public enum Health {
    SOUND(null),
    FULL("full"),
    FAILING("failing");

    private final String word;

    Health(String word) {
        this.word = word;
    }

    /** The word in reports; null while there is nothing to say. */
    public String word() {
        return word;
    }
}
