package io.mainswatch.localaws.identity.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.identity.document.MalformedDocument;
import io.mainswatch.localaws.identity.document.StrictJson;
import io.mainswatch.localaws.identity.policy.Condition.Operator;
import io.mainswatch.localaws.identity.policy.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads policy documents. What it does not understand it refuses: a statement that is skipped would make a policy mean
 * something else here than on AWS.
 */
final class PolicyReader {

    /** Quota "policy document size", spaces not counted. */
    private static final int MAX_CHARACTERS = 2_048;

    private static final String VERSION = "2012-10-17";
    private static final Set<String> POLICY_MEMBERS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_MEMBERS =
            Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final Pattern ACTION = Pattern.compile("\\*|[a-z][a-z0-9-]*:[A-Za-z*?]+");
    private static final Pattern RESOURCE = Pattern.compile("\\*|arn:.+");

    private PolicyReader() {}

    static Policy read(String document) {
        long size = document.chars().filter(c -> !Character.isWhitespace(c)).count();
        if (size > MAX_CHARACTERS) {
            throw new MalformedDocument("the document has " + size + " characters that are no spaces; " + MAX_CHARACTERS
                    + " are the limit");
        }
        JsonNode policy = StrictJson.parse("the document", document);
        StrictJson.onlyMembers("the policy", policy, POLICY_MEMBERS);
        if (!VERSION.equals(policy.path("Version").asText())) {
            throw new MalformedDocument("Version must be \"" + VERSION + "\"");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : oneOrMany("Statement", policy.path("Statement"))) {
            statements.add(statement(statement));
        }
        return new Policy(statements);
    }

    private static Statement statement(JsonNode statement) {
        StrictJson.onlyMembers("a Statement", statement, STATEMENT_MEMBERS);
        return new Statement(
                effect(statement.path("Effect").asText()),
                targets(statement, "Action", ACTION, "for example iot:Publish, iot:* or *"),
                targets(statement, "Resource", RESOURCE, "an ARN or *"),
                conditions(statement.path("Condition")));
    }

    private static Effect effect(String name) {
        return switch (name) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new MalformedDocument("Effect '" + name + "': must be Allow or Deny");
        };
    }

    private static Targets targets(JsonNode statement, String member, Pattern shape, String rule) {
        boolean except = statement.has("Not" + member);
        if (except == statement.has(member)) {
            throw new MalformedDocument("a Statement must have either " + member + " or Not" + member);
        }
        boolean actions = member.equals("Action");
        List<TextPattern> patterns = new ArrayList<>();
        String used = except ? "Not" + member : member;
        for (JsonNode value : oneOrMany(used, statement.get(used))) {
            String text = text(used, value);
            if (!shape.matcher(text).matches()) {
                throw new MalformedDocument(used + " '" + text + "': must be " + rule);
            }
            patterns.add(TextPattern.of(actions ? text.toLowerCase(Locale.ROOT) : text));
        }
        return new Targets(patterns, except, actions);
    }

    private static List<Condition> conditions(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        StrictJson.onlyObject("Condition", node);
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> line : node.properties()) {
            Operator operator = Operator.of(line.getKey())
                    .orElseThrow(() -> new MalformedDocument(
                            "Condition " + line.getKey() + " is not understood; there are " + Operator.known()));
            StrictJson.onlyObject("Condition " + line.getKey(), line.getValue());
            line.getValue().properties().forEach(entry -> conditions.add(condition(operator, entry)));
        }
        return conditions;
    }

    private static Condition condition(Operator operator, Map.Entry<String, JsonNode> entry) {
        Variable key = Variable.of(entry.getKey())
                .orElseThrow(() -> new MalformedDocument(
                        "the condition key " + entry.getKey() + " is not understood; there are " + Variable.known()));
        if ((operator == Operator.BOOL) != (key.kind() == Variable.Kind.IS_ATTACHED)) {
            throw new MalformedDocument("the condition key " + entry.getKey() + " needs "
                    + (operator == Operator.BOOL ? "StringEquals or StringLike" : "Bool"));
        }
        List<TextPattern> values = new ArrayList<>();
        for (JsonNode value : oneOrMany(entry.getKey(), entry.getValue())) {
            String text = value.isBoolean() ? value.asText() : text(entry.getKey(), value);
            if (operator == Operator.BOOL && !text.equals("true") && !text.equals("false")) {
                throw new MalformedDocument(entry.getKey() + " '" + text + "': must be true or false");
            }
            values.add(TextPattern.of(text));
        }
        return new Condition(operator, key, values);
    }

    private static Iterable<JsonNode> oneOrMany(String what, JsonNode node) {
        if (!node.isArray()) {
            return List.of(node);
        }
        if (node.isEmpty()) {
            throw new MalformedDocument(what + " is an empty list");
        }
        return node;
    }

    private static String text(String what, JsonNode node) {
        if (!node.isTextual()) {
            throw new MalformedDocument(what + " must be a text or a list of texts, not " + node);
        }
        return node.asText();
    }
}
