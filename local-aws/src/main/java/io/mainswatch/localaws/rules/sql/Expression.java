package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/** What has a value for a message. AWS's Undefined is Jackson's {@link MissingNode}. */
sealed interface Expression {

    JsonNode UNDEFINED = MissingNode.getInstance();

    JsonNode value(RuleMessage message);

    /** Whether it looks into the payload, which then must be JSON. */
    boolean readsPayload();

    /** A value in the statement itself. */
    record Literal(JsonNode constant) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return constant;
        }

        @Override
        public boolean readsPayload() {
            return false;
        }
    }

    /** A member of the payload; its first step is a name. */
    record Path(String root) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return message.json().map(json -> json.path(root)).orElse(UNDEFINED);
        }

        @Override
        public boolean readsPayload() {
            return true;
        }
    }

    /** A member of an object. */
    record Member(Expression of, String name) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return of.value(message).path(name);
        }

        @Override
        public boolean readsPayload() {
            return of.readsPayload();
        }
    }

    /** An element of an array, counted from 0. */
    record Element(Expression of, int index) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return of.value(message).path(index);
        }

        @Override
        public boolean readsPayload() {
            return of.readsPayload();
        }
    }

    /** A function with its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return function.apply(
                    message,
                    arguments.stream().map(argument -> argument.value(message)).toList());
        }

        @Override
        public boolean readsPayload() {
            return arguments.stream().anyMatch(Expression::readsPayload);
        }
    }

    /** Two operands and what is between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            return operator.apply(left.value(message), right.value(message));
        }

        @Override
        public boolean readsPayload() {
            return left.readsPayload() || right.readsPayload();
        }
    }

    /** The opposite. */
    record Not(Expression operand) implements Expression {
        @Override
        public JsonNode value(RuleMessage message) {
            Optional<Boolean> truth = Conversions.toBoolean(operand.value(message));
            return truth.<JsonNode>map(value -> BooleanNode.valueOf(!value)).orElse(UNDEFINED);
        }

        @Override
        public boolean readsPayload() {
            return operand.readsPayload();
        }
    }
}
