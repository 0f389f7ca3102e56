package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads expressions; what binds looser is read by the method that calls the one for what binds tighter. */
class ExpressionParser {

    private static final String SUPPORTED = "local-aws understands names such as current.state.reported.status,"
            + " \"names\" in quotes, elements such as list[0], 'text', numbers, true, false, null, the operators"
            + " = <> < <= > >= AND OR NOT + -, parentheses, and the functions " + Function.names();

    /** Words that cannot be names without quotes. */
    private static final Set<String> KEYWORDS =
            Set.of("select", "value", "as", "from", "where", "and", "or", "not", "case", "in", "exists");

    private static final List<Operator> COMPARISONS = List.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL);

    /** A statement could otherwise use up the stack. */
    private static final int MAX_DEPTH = 64;

    private final List<Token> tokens;
    private int next;
    private int depth;

    ExpressionParser(String text) {
        tokens = Lexer.words(text);
    }

    /** The whole text as one expression. */
    Expression wholeExpression() {
        Expression expression = expression();
        end();
        return expression;
    }

    final Expression expression() {
        if (++depth > MAX_DEPTH) {
            throw SqlException.at(peek().place(), "more than " + MAX_DEPTH + " levels of parentheses and NOT");
        }
        Expression left = conjunction();
        while (accept("OR")) {
            left = new Expression.Binary(Operator.OR, left, conjunction());
        }
        depth--;
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (accept("AND")) {
            left = new Expression.Binary(Operator.AND, left, negation());
        }
        return left;
    }

    private Expression negation() {
        int negations = 0;
        while (accept("NOT")) {
            negations++;
        }
        Expression operand = comparison();
        for (int i = 0; i < negations; i++) {
            operand = new Expression.Not(operand);
        }
        return operand;
    }

    private Expression comparison() {
        Expression left = sum();
        Optional<Operator> operator = COMPARISONS.stream()
                .filter(comparison -> accept(comparison.symbol()))
                .findFirst();
        return operator.isEmpty() ? left : new Expression.Binary(operator.get(), left, sum());
    }

    private Expression sum() {
        Expression left = operand();
        while (peek().is("+") || peek().is("-")) {
            Operator operator = take().is("+") ? Operator.PLUS : Operator.MINUS;
            left = new Expression.Binary(operator, left, operand());
        }
        return left;
    }

    private Expression operand() {
        Expression value = first(take());
        while (peek().is(".") || peek().is("[")) {
            value = accept(".") ? new Expression.Member(value, name()) : element(value);
        }
        return value;
    }

    private Expression element(Expression of) {
        require("[");
        Token index = take();
        if (index.kind() != Token.Kind.NUMBER || !index.text().matches("\\d{1,9}")) {
            throw unexpected(index, "an element is named by its place, counted from 0");
        }
        require("]");
        return new Expression.Element(of, Integer.parseInt(index.text()));
    }

    private Expression first(Token token) {
        return switch (token.kind()) {
            case STRING -> new Expression.Literal(TextNode.valueOf(token.text()));
            case NUMBER -> number(token, "");
            case QUOTED -> new Expression.Path(token.text());
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw unexpected(token, SUPPORTED);
        };
    }

    private Expression symbol(Token token) {
        if (token.is("-") && peek().kind() == Token.Kind.NUMBER) {
            return number(take(), "-");
        }
        if (!token.is("(")) {
            throw unexpected(token, SUPPORTED);
        }
        Expression inner = expression();
        require(")");
        return inner;
    }

    private static Expression number(Token token, String sign) {
        String digits = sign + token.text();
        return new Expression.Literal(
                digits.matches("-?\\d{1,18}")
                        ? LongNode.valueOf(Long.parseLong(digits))
                        : DecimalNode.valueOf(new BigDecimal(digits)));
    }

    private Expression word(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (KEYWORDS.contains(lower)) {
            throw unexpected(token, SUPPORTED);
        }
        if (peek().is("(")) {
            return call(token);
        }
        return switch (lower) {
            case "true", "false" -> new Expression.Literal(BooleanNode.valueOf(lower.equals("true")));
            case "null" -> new Expression.Literal(NullNode.getInstance());
            default -> new Expression.Path(token.text());
        };
    }

    private Expression call(Token name) {
        Function function = Function.named(name.text()).orElseThrow(() -> unexpected(name, SUPPORTED));
        List<Expression> arguments = new ArrayList<>();
        require("(");
        if (!accept(")")) {
            do {
                arguments.add(expression());
            } while (accept(","));
            require(")");
        }
        if (!function.takes(arguments.size())) {
            throw unexpected(name, "it does not take " + arguments.size() + " arguments");
        }
        return new Expression.Call(function, List.copyOf(arguments));
    }

    /** A name, in quotes or not. */
    final String name() {
        Token token = take();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
            throw unexpected(token, "a name must stand here");
        }
        return token.text();
    }

    final Token peek() {
        return tokens.get(next);
    }

    final Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    final boolean accept(String symbolOrKeyword) {
        boolean there = peek().is(symbolOrKeyword);
        if (there) {
            take();
        }
        return there;
    }

    final void require(String symbolOrKeyword) {
        if (!accept(symbolOrKeyword)) {
            throw unexpected(peek(), symbolOrKeyword + " must stand here");
        }
    }

    final void end() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek(), SUPPORTED);
        }
    }

    static SqlException unexpected(Token token, String why) {
        return SqlException.at(token.place(), token.shown() + " is not understood here: " + why);
    }
}
