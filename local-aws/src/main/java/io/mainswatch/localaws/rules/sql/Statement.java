package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A rule's statement.
 *
 * @param everything whether it selects {@code *}
 * @param columns what it selects besides
 * @param from the topic filter; empty: the rule hears Basic Ingest only
 * @param where the condition, if it has one
 */
public record Statement(
        boolean everything, List<Column> columns, Optional<TopicFilter> from, Optional<Expression> where) {

    /** A value and the member it becomes. */
    record Column(Expression expression, String name) {}

    /**
     * Reads a statement.
     *
     * @throws SqlException naming the place and what would be understood
     */
    public static Statement parse(String sql) {
        return new StatementParser(sql).statement();
    }

    /**
     * What the message becomes; empty if the condition is not met, which it is only if it is true, not if it is
     * Undefined.
     *
     * @throws SqlException if the statement looks into a payload that is not JSON, or adds members to one that is no
     *     object
     */
    public Optional<byte[]> apply(RuleMessage message) {
        if (readsPayload() && message.json().isEmpty()) {
            throw new SqlException("The payload is not JSON; only SELECT * and functions can be used on it");
        }
        boolean met = where.map(condition ->
                        Conversions.toBoolean(condition.value(message)).orElse(false))
                .orElse(true);
        return met ? Optional.of(select(message)) : Optional.empty();
    }

    private boolean readsPayload() {
        return everything && !columns.isEmpty()
                || columns.stream().anyMatch(column -> column.expression().readsPayload())
                || where.map(Expression::readsPayload).orElse(false);
    }

    private byte[] select(RuleMessage message) {
        if (columns.isEmpty()) {
            return message.payload();
        }
        ObjectNode selected = everything ? copy(message) : JsonNodeFactory.instance.objectNode();
        for (Column column : columns) {
            JsonNode value = column.expression().value(message);
            if (!value.isMissingNode()) {
                selected.set(column.name(), value);
            }
        }
        return selected.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode copy(RuleMessage message) {
        return message.json()
                .filter(JsonNode::isObject)
                .map(json -> ((ObjectNode) json).deepCopy())
                .orElseThrow(() -> new SqlException("The payload is no JSON object, to which members could be added"));
    }
}
