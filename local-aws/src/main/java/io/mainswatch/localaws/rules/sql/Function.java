package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mainswatch.localaws.registry.AwsNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The functions that statements may call; their names are read without regard to case. */
enum Function {
    /** The topic, or one of its levels, counted from 1. */
    TOPIC("topic", 0, 1, Function::topic),
    /** Unix milliseconds. */
    TIMESTAMP("timestamp", 0, 0, (message, arguments) -> LongNode.valueOf(message.timestamp())),
    CLIENTID(
            "clientid",
            0,
            0,
            (message, arguments) -> TextNode.valueOf(message.sender().clientId())),
    /** By what the publisher is known; Undefined if it is no MQTT client, since here nobody else has a name. */
    PRINCIPAL(
            "principal",
            0,
            0,
            (message, arguments) -> textOrUndefined(message.sender().principal())),
    /** The message's own UUID; Undefined if it has not come by MQTT. */
    TRACEID(
            "traceid",
            0,
            0,
            (message, arguments) -> textOrUndefined(
                    Optional.of(message.traceId()).filter(id -> message.sender().isMqttClient()))),
    ACCOUNTID("accountid", 0, 0, (message, arguments) -> TextNode.valueOf(AwsNames.ACCOUNT)),
    NEWUUID(
            "newuuid",
            0,
            0,
            (message, arguments) -> TextNode.valueOf(UUID.randomUUID().toString())),
    ISUNDEFINED(
            "isUndefined",
            1,
            1,
            (message, arguments) -> BooleanNode.valueOf(arguments.get(0).isMissingNode())),
    ISNULL(
            "isNull",
            1,
            1,
            (message, arguments) -> BooleanNode.valueOf(arguments.get(0).isNull())),
    /** A member of an object by its name, or an element of an array, counted from 0. */
    GET("get", 2, 2, (message, arguments) -> get(arguments.get(0), arguments.get(1)));

    private final String name;
    private final int fewest;
    private final int most;
    private final BiFunction<RuleMessage, List<JsonNode>, JsonNode> body;

    Function(String name, int fewest, int most, BiFunction<RuleMessage, List<JsonNode>, JsonNode> body) {
        this.name = name;
        this.fewest = fewest;
        this.most = most;
        this.body = body;
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name.equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for a complaint. */
    static String names() {
        return Arrays.stream(values()).map(function -> function.name).collect(Collectors.joining(", "));
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    JsonNode apply(RuleMessage message, List<JsonNode> arguments) {
        return body.apply(message, arguments);
    }

    private static JsonNode textOrUndefined(Optional<String> text) {
        return text.<JsonNode>map(TextNode::valueOf).orElse(Expression.UNDEFINED);
    }

    private static JsonNode topic(RuleMessage message, List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            return TextNode.valueOf(message.topic());
        }
        String[] levels = message.topic().split("/", -1);
        return Conversions.toDecimal(arguments.get(0))
                .map(level -> level.intValue() - 1)
                .filter(index -> index >= 0 && index < levels.length)
                .<JsonNode>map(index -> TextNode.valueOf(levels[index]))
                .orElse(Expression.UNDEFINED);
    }

    private static JsonNode get(JsonNode from, JsonNode which) {
        if (which.isTextual()) {
            return from.path(which.textValue());
        }
        return which.isIntegralNumber() && which.canConvertToInt() ? from.path(which.intValue()) : Expression.UNDEFINED;
    }
}
