package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.*;
import static io.mainswatch.camel.aws2.iot.Iot2Operations.*;

import io.mainswatch.camel.aws2.iot.plane.OperationCase;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iot.model.*;

/** What the operations on provisioning, endpoints and topic rules must do. */
final class ProvisioningCases {

    private ProvisioningCases() {}

    static Stream<OperationCase> provisioning() {
        return Stream.of(
                OperationCase.of(
                                registerThing,
                                RegisterThingRequest.builder()
                                        .templateBody("{}")
                                        .parameters(Map.of("Serial", "7"))
                                        .build())
                        .requires(TEMPLATE_BODY, "{}")
                        .accepts(PARAMETERS, Map.of("Serial", 7)),
                OperationCase.of(
                                createProvisioningClaim,
                                CreateProvisioningClaimRequest.builder()
                                        .templateName("fleet")
                                        .build())
                        .requires(TEMPLATE_NAME, "fleet")
                        .answeredBy(CreateProvisioningClaimResponse.builder()
                                .certificateId("c-1")
                                .build())
                        .returns(CERTIFICATE_ID, "c-1"),
                OperationCase.of(
                                describeProvisioningTemplate,
                                DescribeProvisioningTemplateRequest.builder()
                                        .templateName("fleet")
                                        .build())
                        .requires(TEMPLATE_NAME, "fleet")
                        .answeredBy(DescribeProvisioningTemplateResponse.builder()
                                .templateArn("arn:fleet")
                                .build())
                        .returns(TEMPLATE_ARN, "arn:fleet"));
    }

    static Stream<OperationCase> endpointAndRules() {
        TopicRulePayload rule =
                TopicRulePayload.builder().sql("SELECT * FROM 'home/#'").build();
        return Stream.of(
                OperationCase.of(
                                describeEndpoint,
                                DescribeEndpointRequest.builder()
                                        .endpointType("iot:Data-ATS")
                                        .build())
                        .accepts(ENDPOINT_TYPE, "iot:Data-ATS")
                        .answeredBy(DescribeEndpointResponse.builder()
                                .endpointAddress("x-ats.iot.eu-west-1.amazonaws.com")
                                .build())
                        .returns(ENDPOINT_ADDRESS, "x-ats.iot.eu-west-1.amazonaws.com"),
                OperationCase.of(
                                createTopicRule,
                                CreateTopicRuleRequest.builder()
                                        .ruleName("home")
                                        .topicRulePayload(rule)
                                        .build())
                        .requires(RULE_NAME, "home")
                        .requires(TOPIC_RULE_PAYLOAD, rule),
                OperationCase.of(
                                getTopicRule,
                                GetTopicRuleRequest.builder().ruleName("home").build())
                        .requires(RULE_NAME, "home")
                        .answeredBy(GetTopicRuleResponse.builder()
                                .ruleArn("arn:home")
                                .build())
                        .returns(RULE_ARN, "arn:home"),
                OperationCase.of(
                                listTopicRules,
                                ListTopicRulesRequest.builder()
                                        .topic("home/#")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .accepts(TOPIC, "home/#")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListTopicRulesResponse.builder()
                                .nextToken("page-2")
                                .build()),
                OperationCase.of(
                                deleteTopicRule,
                                DeleteTopicRuleRequest.builder()
                                        .ruleName("home")
                                        .build())
                        .requires(RULE_NAME, "home"));
    }
}
