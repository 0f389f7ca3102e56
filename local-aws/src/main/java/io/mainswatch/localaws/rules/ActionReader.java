package io.mainswatch.localaws.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.rules.sql.SqlException;
import io.mainswatch.localaws.rules.sql.Template;
import java.util.Map;

/** Reads the actions of a rule (API reference, Action). */
final class ActionReader {

    private ActionReader() {}

    /**
     * @param where its place in the rule, for complaints
     * @throws AwsError if local-aws has no such action
     */
    static RuleAction read(String where, Map<String, JsonNode> action) {
        if (action == null || action.size() != 1) {
            throw AwsError.invalidRequest(where + ": must name one action");
        }
        Map.Entry<String, JsonNode> only = action.entrySet().iterator().next();
        String place = where + "." + only.getKey();
        return switch (only.getKey()) {
            case "sqs" -> sqs(place, only.getValue());
            case "republish" -> republish(place, only.getValue());
            default ->
                throw AwsError.invalidRequest(
                        place + ": local-aws does not have this action. It has sqs and republish.");
        };
    }

    private static RuleAction sqs(String where, JsonNode action) {
        required(where, action, "roleArn");
        return new SqsAction(
                template(where, action, "queueUrl"), action.path("useBase64").asBoolean());
    }

    private static RuleAction republish(String where, JsonNode action) {
        required(where, action, "roleArn");
        int qos = action.path("qos").asInt();
        if (qos != 0 && qos != 1) {
            throw AwsError.invalidRequest(where + ".qos " + qos + ": must be 0 or 1");
        }
        if (action.hasNonNull("headers")) {
            throw AwsError.invalidRequest(where + ".headers: local-aws republishes without headers. Leave them out.");
        }
        return new RepublishAction(template(where, action, "topic"), Qos.values()[qos]);
    }

    private static Template template(String where, JsonNode action, String member) {
        String text = required(where, action, member);
        try {
            return Template.parse(text);
        } catch (SqlException e) {
            throw new AwsError(400, "SqlParseException", where + "." + member + ": " + e.getMessage());
        }
    }

    private static String required(String where, JsonNode action, String member) {
        String text = action.path(member).asText();
        if (text.isEmpty()) {
            throw AwsError.invalidRequest(where + "." + member + " must be given");
        }
        return text;
    }
}
