package io.mainswatch.localaws.rules.sql;

/**
 * A word of a statement.
 *
 * @param text a name or string without its quotes
 * @param place its first character, counted from 0
 */
record Token(Kind kind, String text, int place) {

    enum Kind {
        /** A name or keyword without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** Text in single quotes. */
        STRING,
        NUMBER,
        /** An operator, comma, parenthesis, bracket or dot. */
        SYMBOL,
        END
    }

    boolean is(String symbolOrKeyword) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equalsIgnoreCase(symbolOrKeyword);
    }

    /** For a complaint. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
