package io.mainswatch.localaws.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.SqlParseException;
import software.amazon.awssdk.services.iot.model.TopicRule;
import software.amazon.awssdk.services.iot.model.TopicRuleListItem;
import software.amazon.awssdk.services.iot.model.UnauthorizedException;

/** The calls by which rules are made, seen and changed. */
class RuleCallsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotClient iot;
    private static MqttProbe client;

    @BeforeAll
    static void connect() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        client = MqttProbe.connect(LOCAL.aws(), "cabin").listen("out/#");
    }

    @AfterAll
    static void leave() throws MqttException {
        client.close();
        iot.close();
    }

    @Test
    void aRuleIsReplacedDisabledEnabledAndDeleted() throws Exception {
        rule("life", "SELECT 1 AS n FROM 'life'", republish("out/life"));
        iot.disableTopicRule(r -> r.ruleName("life"));
        client.publish("life", "{}");
        iot.replaceTopicRule(r -> r.ruleName("life")
                .topicRulePayload(p -> p.sql("SELECT 2 AS n FROM 'life'")
                        .description("the second")
                        .ruleDisabled(true)
                        .awsIotSqlVersion("2016-03-23")
                        .actions(republish("out/life"))));
        client.publish("life", "{}");
        iot.enableTopicRule(r -> r.ruleName("life"));
        client.publish("life", "{}");

        assertThat(client.next("out/life").get("n").asInt()).isEqualTo(2);
        TopicRule described = iot.getTopicRule(r -> r.ruleName("life")).rule();
        assertThat(described.sql()).isEqualTo("SELECT 2 AS n FROM 'life'");
        assertThat(described.description()).isEqualTo("the second");
        assertThat(described.awsIotSqlVersion()).isEqualTo("2016-03-23");
        assertThat(described.ruleDisabled()).isFalse();
        assertThat(described.actions()).containsExactly(republish("out/life"));
        iot.deleteTopicRule(r -> r.ruleName("life"));
        assertThatThrownBy(() -> iot.getTopicRule(r -> r.ruleName("life")))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("Access to topic rule 'life' was denied");
    }

    @Test
    void rulesAreListedInPagesAndByTopic() {
        IntStream.range(0, 5)
                .forEach(n -> rule("listed_" + n, "SELECT * FROM 'listed/" + n + "/+'", republish("out/listed")));
        iot.disableTopicRule(r -> r.ruleName("listed_3"));

        assertThat(iot.listTopicRulesPaginator(r -> r.maxResults(2)).rules())
                .extracting(TopicRuleListItem::ruleName)
                .contains("listed_0", "listed_1", "listed_2", "listed_3", "listed_4")
                .isSorted();
        assertThat(iot.listTopicRules(r -> r.topic("listed/2/x")).rules())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.ruleArn()).isEqualTo("arn:aws:iot:eu-west-1:000000000000:rule/listed_2");
                    assertThat(rule.topicPattern()).isEqualTo("listed/2/+");
                    assertThat(rule.createdAt()).isNotNull();
                });
        assertThat(iot.listTopicRules(r -> r.ruleDisabled(true)).rules())
                .extracting(TopicRuleListItem::ruleName)
                .contains("listed_3")
                .doesNotContain("listed_2");
    }

    @Test
    void whatLocalAwsCannotDoIsRefusedWithItsPlace() {
        rule("taken", "SELECT * FROM 'x'", republish("out/x"));

        assertThatThrownBy(() -> rule("taken", "SELECT * FROM 'x'", republish("out/x")))
                .isInstanceOf(ResourceAlreadyExistsException.class);
        assertThatThrownBy(() -> rule("bad_sql", "SELECT abs(n) AS n FROM 'x'", republish("out/x")))
                .isInstanceOf(SqlParseException.class)
                .hasMessageContaining("sql: At character 8: 'abs' is not understood here")
                .hasMessageContaining("functions topic, timestamp");
        assertThatThrownBy(() -> rule(
                        "bad_action",
                        "SELECT * FROM 'x'",
                        Action.builder()
                                .lambda(l -> l.functionArn("arn:aws:lambda:x"))
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "actions[0].lambda: local-aws does not have this action. It has sqs and republish.");
        assertThatThrownBy(() -> rule("bad_template", "SELECT * FROM 'x'", republish("a/${")))
                .isInstanceOf(SqlParseException.class)
                .hasMessageContaining("actions[0].republish.topic");
        assertThatThrownBy(() -> rule("bad-name", "SELECT * FROM 'x'", republish("a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ruleName 'bad-name'");
    }

    private static void rule(String name, String sql, Action action) {
        iot.createTopicRule(
                r -> r.ruleName(name).topicRulePayload(p -> p.sql(sql).actions(action)));
    }

    private static Action republish(String topic) {
        return Action.builder()
                .republish(r ->
                        r.roleArn("arn:aws:iam::000000000000:role/rules").qos(1).topic(topic))
                .build();
    }
}
