package io.mainswatch.localaws.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What the caller gives for a rule (API reference, TopicRulePayload); members that were not given are null.
 *
 * @param actions each an object with one member, the kind of the action
 */
record RulePayload(
        String sql,
        String description,
        List<Map<String, JsonNode>> actions,
        Boolean ruleDisabled,
        String awsIotSqlVersion,
        Map<String, JsonNode> errorAction) {}
