package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iot.model.GetTopicRuleResponse;
import software.amazon.awssdk.services.iot.model.IotException;
import software.amazon.awssdk.services.iot.model.ListTopicRulesResponse;
import software.amazon.awssdk.services.iot.model.TopicRuleListItem;
import software.amazon.awssdk.services.iot.model.TopicRulePayload;

/** Topic rules and endpoints, with the real SDK client. */
@ExtendWith(StandInExtension.class)
class RulesAtStandInTest {

    private final StandIn aws;

    RulesAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    @Test
    void aRuleIsMadeReadListedByTopicAndDeleted() {
        Map<String, Object> name = Map.of(Iot2Constants.RULE_NAME, "copy");
        TopicRulePayload rule = TopicRulePayload.builder()
                .sql("SELECT * FROM 'from/here'")
                .actions(Action.builder()
                        .republish(republish -> republish.topic("to/there").roleArn("arn:aws:iam::123456789012:role/r"))
                        .build())
                .build();
        call("createTopicRule", Map.of(Iot2Constants.RULE_NAME, "copy", Iot2Constants.TOPIC_RULE_PAYLOAD, rule));

        Message read = call("getTopicRule", name);

        assertThat(read.getBody(GetTopicRuleResponse.class).rule().sql()).isEqualTo(rule.sql());
        assertThat(read.getHeader(Iot2Constants.RULE_ARN, String.class)).endsWith("rule/copy");
        assertThat(rulesOn("from/here")).containsExactly("copy");
        call("deleteTopicRule", name);
        assertThat(rulesOn("from/here")).isEmpty();
    }

    @Test
    void theEndpointOfTheAccountIsToldAsAHeader() {
        Message endpoint = call("describeEndpoint", Map.of(Iot2Constants.ENDPOINT_TYPE, "iot:Data-ATS"));

        assertThat(endpoint.getHeader(Iot2Constants.ENDPOINT_ADDRESS, String.class))
                .contains("127.0.0.1");
    }

    /** The stand-in has no named provisioning templates; what it says of them is AWS's form of an error. */
    @ParameterizedTest
    @ValueSource(strings = {"createProvisioningClaim", "describeProvisioningTemplate"})
    void anOperationThatTheServiceDoesNotKnowFailsWithItsOwnException(String operation) {
        assertThat(aws.send(
                                "aws2-iot:registry?operation=" + operation,
                                null,
                                Map.of(Iot2Constants.TEMPLATE_NAME, "fleet"))
                        .getException())
                .isInstanceOf(IotException.class)
                .extracting(failure -> ((AwsServiceException) failure).statusCode())
                .isEqualTo(404);
    }

    private List<String> rulesOn(String topic) {
        return call("listTopicRules", Map.of(Iot2Constants.TOPIC, topic))
                .getBody(ListTopicRulesResponse.class)
                .rules()
                .stream()
                .map(TopicRuleListItem::ruleName)
                .toList();
    }

    private Message call(String operation, Map<String, Object> headers) {
        return aws.done("aws2-iot:registry?operation=" + operation, null, headers);
    }
}
