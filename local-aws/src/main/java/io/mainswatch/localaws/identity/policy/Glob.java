package io.mainswatch.localaws.identity.policy;

import io.mainswatch.localaws.identity.document.MalformedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with {@code *}, {@code ?} and variables such as {@code ${iot:ClientId}}. What a variable stands for is taken
 * literally, so that a client cannot bring wildcards in by its name. {@code ${*}}, {@code ${?}} and {@code ${$}} are
 * those characters themselves.
 */
record Glob(List<Piece> pieces) {

    private static final String ESCAPABLE = "*?$";

    /** A part of the text. */
    sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Stands(Variable variable) implements Piece {}

    private enum Wildcard implements Piece {
        ANY,
        ONE
    }

    /** @throws MalformedDocument if it has a variable that is not known, or one without an end */
    static Glob of(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?') {
                flush(literal, pieces);
                pieces.add(c == '*' ? Wildcard.ANY : Wildcard.ONE);
            } else if (text.startsWith("${", i)) {
                String name = variableName(text, i);
                i += name.length() + 2;
                if (name.length() == 1 && ESCAPABLE.contains(name)) {
                    literal.append(name);
                } else {
                    flush(literal, pieces);
                    pieces.add(new Stands(variable(name)));
                }
            } else {
                literal.append(c);
            }
        }
        flush(literal, pieces);
        return new Glob(pieces);
    }

    private static String variableName(String text, int start) {
        int end = text.indexOf('}', start);
        if (end < 0) {
            throw new MalformedDocument("'" + text + "': the variable that begins with ${ has no }");
        }
        return text.substring(start + 2, end);
    }

    private static Variable variable(String name) {
        return Variable.of(name)
                .orElseThrow(() -> new MalformedDocument(
                        "the variable ${" + name + "} is not known; there are " + Variable.known()));
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** With every variable replaced; empty if one has no value. */
    Optional<Glob> resolve(Facts facts) {
        List<Piece> resolved = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Stands stands) {
                Optional<String> value = facts.value(stands.variable());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                resolved.add(new Literal(value.get()));
            } else {
                resolved.add(piece);
            }
        }
        return Optional.of(new Glob(resolved));
    }

    /** Whether the whole text fits a resolved pattern; in time of the order of both lengths multiplied. */
    boolean matches(String text) {
        int piece = 0;
        int at = 0;
        int retryPiece = -1;
        int retryAt = 0;
        while (piece < pieces.size() || at < text.length()) {
            Piece next = piece < pieces.size() ? pieces.get(piece) : null;
            if (next == Wildcard.ANY) {
                retryPiece = ++piece;
                retryAt = at;
            } else if (next == Wildcard.ONE && at < text.length()) {
                piece++;
                at++;
            } else if (next instanceof Literal literal && text.startsWith(literal.text(), at)) {
                piece++;
                at += literal.text().length();
            } else if (retryPiece >= 0 && retryAt < text.length()) {
                // The last * takes one character more.
                piece = retryPiece;
                at = ++retryAt;
            } else {
                return false;
            }
        }
        return true;
    }

    /** The text without wildcards, for comparisons that have none. */
    String literally() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Literal literal ? literal.text() : piece == Wildcard.ANY ? "*" : "?");
        }
        return text.toString();
    }
}
