package io.mainswatch.localaws.search;

import io.mainswatch.localaws.glob.Glob;
import io.mainswatch.localaws.http.AwsError;
import java.util.stream.IntStream;

/** The characters of a query, taken from left to right. Places are counted from 1, as they are told to a person. */
final class QueryText {

    private static final String ENDS_A_WORD = "()[]{}";

    private final String text;
    private int at;

    QueryText(String text) {
        this.text = text;
    }

    int position() {
        skipBlanks();
        return at + 1;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    boolean isNext(char wanted) {
        return !isAtEnd() && peek() == wanted;
    }

    boolean take(char wanted) {
        skipBlanks();
        return takeHere(wanted);
    }

    /** As {@link #take}, but not beyond blanks. */
    boolean takeHere(char wanted) {
        boolean there = at < text.length() && peek() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    boolean isNextWord(String word) {
        skipBlanks();
        int end = at + word.length();
        return text.startsWith(word, at) && (end == text.length() || endsWord(text.charAt(end)));
    }

    boolean takeWord(String word) {
        boolean there = isNextWord(word);
        if (there) {
            at += word.length();
        }
        return there;
    }

    /** The text up to one of the characters, or the word's end; a backslash takes the next character as it is. */
    String takeUntil(String ends) {
        skipBlanks();
        StringBuilder taken = new StringBuilder();
        while (at < text.length() && !endsWord(peek()) && ends.indexOf(peek()) < 0) {
            taken.append(takeEscaped());
        }
        return taken.toString();
    }

    /** A value: a word with wildcards, or anything in quotes. */
    Glob takeValue() {
        skipBlanks();
        IntStream.Builder symbols = IntStream.builder();
        int start = at;
        if (takeHere('"')) {
            while (at < text.length() && peek() != '"') {
                symbols.add(takeEscaped());
            }
            if (!takeHere('"')) {
                throw unexpected("'\"'");
            }
        } else {
            while (at < text.length() && !endsWord(peek())) {
                symbols.add(takeHere('*') ? Glob.ANY : takeHere('?') ? Glob.ONE : takeEscaped());
            }
            if (at == start) {
                throw unexpected("a value");
            }
        }
        return new Glob(symbols.build().toArray());
    }

    private char takeEscaped() {
        if (peek() == '\\' && at + 1 < text.length()) {
            at++;
        }
        return text.charAt(at++);
    }

    /** What to throw when something else should have come. */
    AwsError unexpected(String expected) {
        String found = isAtEnd() ? "the end" : "'" + peek() + "'";
        return invalid("at character " + (at + 1) + " it has " + found + " in place of " + expected);
    }

    static AwsError invalid(String what) {
        return new AwsError(400, "InvalidQueryException", "The query is not understood: " + what);
    }

    private static boolean endsWord(char character) {
        return Character.isWhitespace(character) || ENDS_A_WORD.indexOf(character) >= 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(peek())) {
            at++;
        }
    }
}
