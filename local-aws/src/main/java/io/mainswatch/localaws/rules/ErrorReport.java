package io.mainswatch.localaws.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.rules.sql.RuleMessage;
import java.util.Base64;
import java.util.List;

/** The document that an error action gets (developer guide, "Error handling"): one for a rule and a message. */
record ErrorReport(
        String ruleName,
        String topic,
        String cloudwatchTraceId,
        String clientId,
        String base64OriginalPayload,
        List<Failure> failures) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ErrorReport of(String rule, RuleMessage message, List<Failure> failures) {
        return new ErrorReport(
                rule,
                message.topic(),
                message.traceId(),
                message.sender().clientId(),
                Base64.getEncoder().encodeToString(message.payload()),
                failures);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error report has no JSON", e);
        }
    }
}
