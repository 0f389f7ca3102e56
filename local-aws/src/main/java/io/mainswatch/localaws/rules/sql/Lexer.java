package io.mainswatch.localaws.rules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a statement into words. */
final class Lexer {

    private static final Pattern WORDS = Pattern.compile("\\s*(?:"
            + "(?<word>[A-Za-z_][A-Za-z0-9_]*)"
            + "|\"(?<quoted>[^\"]+)\""
            + "|'(?<string>[^']*+(?:''[^']*+)*+)'"
            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?)"
            + "|(?<symbol><>|<=|>=|[-=<>+*,.()\\[\\]])"
            + ")");

    private static final Pattern BLANK = Pattern.compile("\\s*");

    /** What is read and evaluated by recursion must have an end. */
    private static final int MAX_LENGTH = 8_000;

    private static final int MAX_WORDS = 1_000;

    private Lexer() {}

    /** The words, and an {@code END} after them. */
    static List<Token> words(String statement) {
        if (statement.length() > MAX_LENGTH) {
            throw SqlException.at(MAX_LENGTH, "local-aws reads no statement of more characters");
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORDS.matcher(statement);
        int place = 0;
        while (matcher.region(place, statement.length()).lookingAt()) {
            tokens.add(token(matcher));
            if (tokens.size() > MAX_WORDS) {
                throw SqlException.at(place, "local-aws reads no statement of more than " + MAX_WORDS + " words");
            }
            place = matcher.end();
        }
        Matcher blank = BLANK.matcher(statement).region(place, statement.length());
        blank.lookingAt();
        if (blank.end() < statement.length()) {
            throw SqlException.at(
                    blank.end(), "'" + statement.charAt(blank.end()) + "' begins nothing that local-aws understands");
        }
        tokens.add(new Token(Token.Kind.END, "", statement.length()));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("word") != null) {
            return new Token(Token.Kind.WORD, matcher.group("word"), matcher.start("word"));
        }
        if (matcher.group("quoted") != null) {
            return new Token(Token.Kind.QUOTED, matcher.group("quoted"), matcher.start("quoted") - 1);
        }
        if (matcher.group("string") != null) {
            return new Token(
                    Token.Kind.STRING, matcher.group("string").replace("''", "'"), matcher.start("string") - 1);
        }
        return matcher.group("number") != null
                ? new Token(Token.Kind.NUMBER, matcher.group("number"), matcher.start("number"))
                : new Token(Token.Kind.SYMBOL, matcher.group("symbol"), matcher.start("symbol"));
    }
}
