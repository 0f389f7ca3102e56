package io.mainswatch.localaws.glob;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text in which some places may be anything. Matching takes no longer than the two lengths multiplied, whatever the
 * pattern, since it comes from strangers.
 *
 * @param symbols characters (UTF-16), {@link #ANY} and {@link #ONE}
 */
public record Glob(int... symbols) {

    /** Any number of characters, also none. */
    public static final int ANY = -1;

    /** Exactly one character. */
    public static final int ONE = -2;

    /** The text, if no place of it is a wildcard. */
    public Optional<String> literal() {
        return IntStream.of(symbols).allMatch(symbol -> symbol >= 0)
                ? Optional.of(new String(symbols, 0, symbols.length))
                : Optional.empty();
    }

    public boolean matches(String text) {
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

    /** As it is written, with {@code *} and {@code ?}. */
    public String written() {
        StringBuilder text = new StringBuilder();
        for (int symbol : symbols) {
            text.append(symbol == ANY ? '*' : symbol == ONE ? '?' : (char) symbol);
        }
        return text.toString();
    }
}
