package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with {@code ${expressions}} in it (developer guide, "Substitution templates"). An expression sees the message as
 * it came, not what the statement selects; Undefined and Null become nothing.
 *
 * @param parts literal texts and expressions in turn
 */
public record Template(List<Expression> parts) {

    /** @throws SqlException if an expression is not understood or not closed */
    public static Template parse(String text) {
        List<Expression> parts = new ArrayList<>();
        int place = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", place)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw SqlException.at(open, "${ is never closed in '" + text + "'");
            }
            parts.add(literal(text.substring(place, open)));
            parts.add(new ExpressionParser(text.substring(open + 2, close)).wholeExpression());
            place = close + 1;
        }
        parts.add(literal(text.substring(place)));
        return new Template(List.copyOf(parts));
    }

    /** The text for a message. */
    public String fill(RuleMessage message) {
        StringBuilder filled = new StringBuilder();
        parts.forEach(part -> Conversions.toText(part.value(message)).ifPresent(filled::append));
        return filled.toString();
    }

    private static Expression literal(String text) {
        return new Expression.Literal(TextNode.valueOf(text));
    }
}
