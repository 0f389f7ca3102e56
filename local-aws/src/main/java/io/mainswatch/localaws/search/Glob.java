package io.mainswatch.localaws.search;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text in which some places may be anything. Matching takes no longer than the two lengths multiplied, whatever the
 * pattern, since it comes from strangers.
 *
 * @param symbols characters (UTF-16), {@link #ANY} and {@link #ONE}
 */
record Glob(int... symbols) {

    /** Any number of characters, also none. */
    static final int ANY = -1;

    /** Exactly one character. */
    static final int ONE = -2;

    /** The text, if no place of it is a wildcard. */
    Optional<String> literal() {
        return IntStream.of(symbols).allMatch(symbol -> symbol >= 0)
                ? Optional.of(new String(symbols, 0, symbols.length))
                : Optional.empty();
    }

    boolean matches(String text) {
        int at = 0;
        int symbol = 0;
        int lastAny = -1;
        int retryAt = 0;
        while (at < text.length()) {
            if (symbol < symbols.length && symbols[symbol] == ANY) {
                lastAny = symbol++;
                retryAt = at;
            } else if (symbol < symbols.length && (symbols[symbol] == ONE || symbols[symbol] == text.charAt(at))) {
                symbol++;
                at++;
            } else if (lastAny >= 0) {
                symbol = lastAny + 1;
                at = ++retryAt;
            } else {
                return false;
            }
        }
        while (symbol < symbols.length && symbols[symbol] == ANY) {
            symbol++;
        }
        return symbol == symbols.length;
    }
}
