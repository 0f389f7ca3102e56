package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.ENDPOINT_ADDRESS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.ENDPOINT_TYPE;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.MAX_RESULTS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.RULE_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.RULE_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TOPIC;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TOPIC_RULE_PAYLOAD;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateTopicRuleRequest;
import software.amazon.awssdk.services.iot.model.DeleteTopicRuleRequest;
import software.amazon.awssdk.services.iot.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.iot.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.iot.model.GetTopicRuleRequest;
import software.amazon.awssdk.services.iot.model.GetTopicRuleResponse;
import software.amazon.awssdk.services.iot.model.ListTopicRulesRequest;
import software.amazon.awssdk.services.iot.model.ListTopicRulesResponse;
import software.amazon.awssdk.services.iot.model.TopicRulePayload;

/** Topic rules, and where the endpoints of the account are. */
final class RuleCalls {

    static final Call<IotClient, ?, ?, ?> DESCRIBE_ENDPOINT = Call.of(
                    IotClient.class, DescribeEndpointRequest::builder, IotClient::describeEndpoint)
            .accepts(ENDPOINT_TYPE, String.class, DescribeEndpointRequest.Builder::endpointType)
            .returns(ENDPOINT_ADDRESS, DescribeEndpointResponse::endpointAddress);

    static final Call<IotClient, ?, ?, ?> CREATE_TOPIC_RULE = Call.of(
                    IotClient.class, CreateTopicRuleRequest::builder, IotClient::createTopicRule)
            .requires(RULE_NAME, String.class, CreateTopicRuleRequest.Builder::ruleName)
            .requires(TOPIC_RULE_PAYLOAD, TopicRulePayload.class, CreateTopicRuleRequest.Builder::topicRulePayload);

    static final Call<IotClient, ?, ?, ?> GET_TOPIC_RULE = Call.of(
                    IotClient.class, GetTopicRuleRequest::builder, IotClient::getTopicRule)
            .requires(RULE_NAME, String.class, GetTopicRuleRequest.Builder::ruleName)
            .returns(RULE_ARN, GetTopicRuleResponse::ruleArn);

    static final Call<IotClient, ?, ?, ?> LIST_TOPIC_RULES = Call.of(
                    IotClient.class, ListTopicRulesRequest::builder, IotClient::listTopicRules)
            .accepts(TOPIC, String.class, ListTopicRulesRequest.Builder::topic)
            .accepts(MAX_RESULTS, Integer.class, ListTopicRulesRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListTopicRulesRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListTopicRulesResponse::nextToken)
            .pages(IotClient::listTopicRulesPaginator, ListTopicRulesResponse::rules);

    static final Call<IotClient, ?, ?, ?> DELETE_TOPIC_RULE = Call.of(
                    IotClient.class, DeleteTopicRuleRequest::builder, IotClient::deleteTopicRule)
            .requires(RULE_NAME, String.class, DeleteTopicRuleRequest.Builder::ruleName);

    private RuleCalls() {}
}
