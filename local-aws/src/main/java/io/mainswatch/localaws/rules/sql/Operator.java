package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** What two operands make; each is a table of the developer guide, "Operators". */
enum Operator {
    AND("AND", (left, right) -> logical(left, right, (a, b) -> a && b)),
    OR("OR", (left, right) -> logical(left, right, (a, b) -> a || b)),
    EQUAL("=", (left, right) -> equal(left, right, true)),
    NOT_EQUAL("<>", (left, right) -> equal(left, right, false)),
    LESS("<", (left, right) -> ordered(left, right, order -> order < 0)),
    LESS_OR_EQUAL("<=", (left, right) -> ordered(left, right, order -> order <= 0)),
    GREATER(">", (left, right) -> ordered(left, right, order -> order > 0)),
    GREATER_OR_EQUAL(">=", (left, right) -> ordered(left, right, order -> order >= 0)),
    PLUS("+", Operator::sum),
    MINUS("-", (left, right) -> calculated(left, right, BigDecimal::subtract));

    /** 1 and 1.0 are one number; inside arrays and objects too. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.equals(right) ? 0 : 1;

    private final String symbol;
    private final BinaryOperator<JsonNode> table;

    Operator(String symbol, BinaryOperator<JsonNode> table) {
        this.symbol = symbol;
        this.table = table;
    }

    String symbol() {
        return symbol;
    }

    JsonNode apply(JsonNode left, JsonNode right) {
        return table.apply(left, right);
    }

    private static JsonNode logical(JsonNode left, JsonNode right, BinaryOperator<Boolean> with) {
        Optional<Boolean> a = Conversions.toBoolean(left);
        Optional<Boolean> b = Conversions.toBoolean(right);
        return a.isEmpty() || b.isEmpty() ? Expression.UNDEFINED : BooleanNode.valueOf(with.apply(a.get(), b.get()));
    }

    private static JsonNode equal(JsonNode left, JsonNode right, boolean wanted) {
        return left.isMissingNode() || right.isMissingNode()
                ? Expression.UNDEFINED
                : BooleanNode.valueOf(left.equals(BY_VALUE, right) == wanted);
    }

    private static JsonNode ordered(JsonNode left, JsonNode right, IntPredicate wanted) {
        Optional<BigDecimal> a = Conversions.toDecimal(left);
        Optional<BigDecimal> b = Conversions.toDecimal(right);
        return a.isEmpty() || b.isEmpty()
                ? Expression.UNDEFINED
                : BooleanNode.valueOf(wanted.test(a.get().compareTo(b.get())));
    }

    private static JsonNode sum(JsonNode left, JsonNode right) {
        if (left.isTextual() || right.isTextual()) {
            Optional<String> a = Conversions.toText(left);
            Optional<String> b = Conversions.toText(right);
            return a.isEmpty() || b.isEmpty() ? Expression.UNDEFINED : TextNode.valueOf(a.get() + b.get());
        }
        return calculated(left, right, BigDecimal::add);
    }

    private static JsonNode calculated(JsonNode left, JsonNode right, BinaryOperator<BigDecimal> with) {
        Optional<BigDecimal> a = Conversions.toDecimal(left);
        Optional<BigDecimal> b = Conversions.toDecimal(right);
        if (a.isEmpty() || b.isEmpty() || isHuge(a.get()) || isHuge(b.get())) {
            return Expression.UNDEFINED;
        }
        return DecimalNode.valueOf(with.apply(a.get(), b.get()));
    }

    /** AWS's numbers end at 1E999; adding far larger ones would write out all their zeros. */
    private static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) > 1_000 || Math.abs((long) number.scale()) > 1_000;
    }
}
