package io.mainswatch.localaws.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.identity.policy.Facts.AttachedThing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final String ARN = "arn:aws:iot:eu-west-1:000000000000:";
    private static final Facts LAMP = new Facts(
            "lamp", "abc", Optional.of(new AttachedThing("lamp", "Light", Map.of("room", "hall", "odd", "*"))));
    private static final Facts STRANGER = new Facts("visitor", "abc", Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "*, topic/a, true",
        "arn:aws:iot:eu-west-1:000000000000:topic/a, topic/a, true",
        "arn:aws:iot:eu-west-1:000000000000:topic/a, topic/ab, false",
        "arn:aws:iot:eu-west-1:000000000000:topic/a, topic/A, false",
        "arn:aws:iot:us-east-1:000000000000:topic/a, topic/a, false",
        "arn:aws:iot:*:*:topic/a/*, topic/a/b/c, true",
        "arn:aws:iot:*:*:topic/a/*, topic/a/, true",
        "arn:aws:iot:*:*:topic/a/*, topic/a, false",
        "arn:aws:iot:*:*:topic/a/*/z, topic/a/b/c/z, true",
        "arn:aws:iot:*:*:topic/a/*/z, topic/a/b/z/c, false",
        "arn:aws:iot:*:*:topic/*b*b, topic/abab, true",
        "arn:aws:iot:*:*:topic/a?c, topic/abc, true",
        "arn:aws:iot:*:*:topic/a?c, topic/ac, false",
        "arn:aws:iot:*:*:topic/a?, topic/a, false",
        "arn:aws:iot:*:*:topicfilter/a/+/b, topicfilter/a/+/b, true",
        "arn:aws:iot:*:*:topicfilter/a/+/b, topicfilter/a/x/b, false",
        "arn:aws:iot:*:*:topic/${iot:ClientId}/*, topic/lamp/x, true",
        "arn:aws:iot:*:*:topic/${iot:ClientId}/*, topic/lamp2/x, false",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.ThingName}, topic/lamp, true",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.ThingTypeName}/a, topic/Light/a, true",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.Attributes[room]}, topic/hall, true",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.Attributes[floor]}*, topic/1, false",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.Attributes[odd]}, topic/*, true",
        "arn:aws:iot:*:*:topic/${iot:Connection.Thing.Attributes[odd]}, topic/any, false",
        "arn:aws:iot:*:*:topic/${iot:CertificateId}, topic/abc, true",
        "arn:aws:iot:*:*:topic/${*}, topic/*, true",
        "arn:aws:iot:*:*:topic/${*}, topic/x, false",
    })
    void aResourceIsComparedWithWildcardsAndVariables(String pattern, String resource, boolean allowed) {
        assertThat(allows(LAMP, "iot:Publish", ARN + resource, allow("\"iot:Publish\"", pattern)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "iot:Publish, true",
        "iot:publish, true",
        "iot:Pub*, true",
        "iot:*, true",
        "*, true",
        "iot:?ublish, true",
        "iot:Connect, false",
        "iot:RetainPublish, false",
    })
    void anActionIsComparedWithWildcardsAndWithoutRegardToCase(String action, boolean allowed) {
        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/a", allow("\"" + action + "\"", "*")))
                .isEqualTo(allowed);
    }

    @Test
    void withoutAnAllowTheAnswerIsNo() {
        assertThat(Policies.allow(List.of(), new Request("iot:Connect", ARN + "client/lamp"), LAMP))
                .isFalse();
    }

    @Test
    void aDenyWinsOverEveryAllowInWhateverPolicyAndOrder() {
        String deny =
                statement("\"Effect\": \"Deny\", \"Action\": \"iot:Publish\", \"Resource\": \"" + ARN + "topic/a\"");
        String allow = allow("\"iot:*\"", "*");

        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/a", deny, allow)).isFalse();
        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/a", allow, deny)).isFalse();
        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/b", allow, deny)).isTrue();
    }

    @Test
    void aStatementWhoseVariableHasNoValueDoesNotApplyWhetherItAllowsOrDenies() {
        String own = "arn:aws:iot:*:*:topic/${iot:Connection.Thing.ThingName}*";
        String deny = statement("\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": [\"*\", \"" + own + "\"]");

        assertThat(allows(STRANGER, "iot:Publish", ARN + "topic/", allow("\"*\"", own)))
                .isFalse();
        assertThat(allows(STRANGER, "iot:Publish", ARN + "topic/a", allow("\"*\"", "*"), deny))
                .isTrue();
        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/a", allow("\"*\"", "*"), deny))
                .isFalse();
    }

    @Test
    void notActionAndNotResourceMeanAllTheOthers() {
        String others = statement(
                "\"Effect\": \"Allow\", \"NotAction\": \"iot:Publish\", \"NotResource\": \"" + ARN + "topic/secret*\"");

        assertThat(allows(LAMP, "iot:Receive", ARN + "topic/a", others)).isTrue();
        assertThat(allows(LAMP, "iot:Publish", ARN + "topic/a", others)).isFalse();
        assertThat(allows(LAMP, "iot:Receive", ARN + "topic/secret/1", others)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Bool\": {\"iot:Connection.Thing.IsAttached\": \"true\"}} | true | false",
                "{\"Bool\": {\"iot:Connection.Thing.IsAttached\": [true]}} | true | false",
                "{\"Bool\": {\"iot:Connection.Thing.IsAttached\": false}} | false | true",
                "{\"StringEquals\": {\"iot:ClientId\": \"lamp\"}} | true | false",
                "{\"StringEquals\": {\"iot:ClientId\": [\"x\", \"visitor\"]}} | false | true",
                "{\"StringEquals\": {\"iot:ClientId\": \"la*\"}} | false | false",
                "{\"StringEquals\": {\"iot:ClientId\": \"${iot:Connection.Thing.ThingName}\"}} | true | false",
                "{\"StringLike\": {\"iot:ClientId\": \"la*\"}} | true | false",
                "{\"StringLike\": {\"iot:Connection.Thing.Attributes[room]\": \"h?ll\"}} | true | false",
                "{\"StringLike\": {\"iot:ClientId\": \"*\", \"iot:Connection.Thing.ThingName\": \"*\"}} | true | false",
            })
    void allConditionsMustHold(String condition, boolean forTheLamp, boolean forAStranger) {
        String policy =
                statement("\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": " + condition);

        assertThat(allows(LAMP, "iot:Connect", ARN + "client/c", policy)).isEqualTo(forTheLamp);
        assertThat(allows(STRANGER, "iot:Connect", ARN + "client/c", policy)).isEqualTo(forAStranger);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | is not JSON",
                "[] | the policy must be a JSON object",
                "{\"Statement\": []} | Version must be \"2012-10-17\"",
                "{\"Version\": \"2012-10-17\"} | a Statement must be a JSON object",
                "{\"Version\": \"2012-10-17\", \"Statement\": []} | Statement is an empty list",
                "{\"Version\": \"2012-10-17\", \"Version\": \"1\"} | Duplicate field 'Version'",
                "{\"Version\": \"2012-10-17\", \"Principal\": \"*\"} | the policy has a member Principal",
            })
    void aDocumentThatIsNotUnderstoodIsRefused(String document, String message) {
        assertThatThrownBy(() -> Policy.parse(document))
                .isInstanceOf(MalformedPolicy.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\" | Effect 'Maybe': must be Allow or Deny",
                "\"Effect\": \"Allow\", \"Resource\": \"*\" | must have either Action or NotAction",
                "\"Effect\": \"Allow\", \"Action\": \"*\" | must have either Resource or NotResource",
                "\"Effect\": \"Allow\", \"Action\": \"publish\", \"Resource\": \"*\" | Action 'publish': must be",
                "\"Effect\": \"Allow\", \"Action\": [], \"Resource\": \"*\" | Action is an empty list",
                "\"Effect\": \"Allow\", \"Action\": 1, \"Resource\": \"*\" | Action must be a text or a list of texts",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"topic/a\" | must be an ARN or *",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"arn:${iot:Colour}\" | ${iot:Colour} is not known",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"arn:${iot\" | has no }",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"IpAddress\": {}}"
                        + " | Condition IpAddress is not understood; there are Bool, StringEquals, StringLike",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"iot:X\": true}}"
                        + " | the condition key iot:X is not understood",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\":"
                        + " {\"iot:ClientId\": true}} | needs StringEquals or StringLike",
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\":"
                        + " {\"iot:Connection.Thing.IsAttached\": \"yes\"}} | must be true or false",
            })
    void aStatementThatIsNotUnderstoodIsRefusedWithWhatWouldBe(String statement, String message) {
        assertThatThrownBy(() -> Policy.parse(statement(statement)))
                .isInstanceOf(MalformedPolicy.class)
                .hasMessageContaining(message);
    }

    @Test
    void aDocumentMayHave2048CharactersThatAreNoSpaces() {
        String longest =
                allow("\"iot:Publish\"", "arn:" + "x".repeat(2_048 - 98)).replace(" ", "   ");
        assertThat(longest.replace(" ", "")).hasSize(2_048);

        Policy.parse(longest);
        assertThatThrownBy(() -> Policy.parse(longest.replace("arn:", "arn:x")))
                .hasMessageContaining("2049 characters");
    }

    @Test
    void manyWildcardsTakeNoLongTime() {
        String pattern = "arn:" + "*a".repeat(500) + "b";

        assertThat(allows(LAMP, "iot:Publish", "arn:" + "a".repeat(2_000), allow("\"*\"", pattern)))
                .isFalse();
    }

    private static boolean allows(Facts facts, String action, String resource, String... documents) {
        List<Policy> policies = List.of(documents).stream().map(Policy::parse).toList();
        return Policies.allow(policies, new Request(action, resource), facts);
    }

    private static String allow(String actions, String resource) {
        return statement("\"Effect\": \"Allow\", \"Action\": [" + actions + "], \"Resource\": \"" + resource + "\"");
    }

    private static String statement(String members) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": {" + members + "}}";
    }
}
