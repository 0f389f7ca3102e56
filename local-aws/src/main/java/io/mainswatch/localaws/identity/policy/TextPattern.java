package io.mainswatch.localaws.identity.policy;

import io.mainswatch.localaws.glob.Glob;
import io.mainswatch.localaws.identity.document.MalformedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text with {@code *}, {@code ?} and variables such as {@code ${iot:ClientId}}. What a variable stands for is taken
 * literally, so that a client cannot bring wildcards in by its name. {@code ${*}}, {@code ${?}} and {@code ${$}} are
 * those characters themselves.
 */
record TextPattern(List<Piece> pieces) {

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
    static TextPattern of(String text) {
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
        return new TextPattern(pieces);
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
        IntStream.Builder symbols = IntStream.builder();
        for (Piece piece : pieces) {
            if (piece instanceof Wildcard wildcard) {
                symbols.add(wildcard == Wildcard.ANY ? Glob.ANY : Glob.ONE);
                continue;
            }
            Optional<String> text = piece instanceof Stands stands
                    ? facts.value(stands.variable())
                    : Optional.of(((Literal) piece).text());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            text.get().chars().forEach(symbols::add);
        }
        return Optional.of(new Glob(symbols.build().toArray()));
    }
}
