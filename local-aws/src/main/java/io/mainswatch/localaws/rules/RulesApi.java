package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls for topic rules. */
public final class RulesApi implements HttpApi {

    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 10_000;

    private final RuleBook rules;

    public RulesApi(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public String knows() {
        return "AWS IoT rules (CreateTopicRule, GetTopicRule, ListTopicRules, ReplaceTopicRule, DeleteTopicRule,"
                + " EnableTopicRule, DisableTopicRule)";
    }

    @Override
    public void mount(Router router) {
        router.get("/rules").handler(RestJson.answering(this::list));
        router.post("/rules/:rule").blockingHandler(RestJson.answering(this::create), false);
        router.get("/rules/:rule").handler(RestJson.answering(this::get));
        router.patch("/rules/:rule").blockingHandler(RestJson.answering(this::replace), false);
        router.delete("/rules/:rule").blockingHandler(RestJson.answering(this::delete), false);
        router.post("/rules/:rule/enable").blockingHandler(RestJson.answering(context -> enable(context, true)), false);
        router.post("/rules/:rule/disable")
                .blockingHandler(RestJson.answering(context -> enable(context, false)), false);
    }

    private Object create(RoutingContext context) {
        rules.create(context.pathParam("rule"), RestJson.body(context, RulePayload.class));
        return Map.of();
    }

    private Object replace(RoutingContext context) {
        rules.replace(context.pathParam("rule"), RestJson.body(context, RulePayload.class));
        return Map.of();
    }

    private Object enable(RoutingContext context, boolean enabled) {
        rules.change(context.pathParam("rule"), rule -> rule.enabled(enabled));
        return Map.of();
    }

    private Object delete(RoutingContext context) {
        rules.delete(context.pathParam("rule"));
        return Map.of();
    }

    private Object get(RoutingContext context) {
        TopicRule rule = rules.get(context.pathParam("rule"));
        RulePayload payload = rule.payload();
        return RestJson.object(
                "ruleArn",
                arn(rule),
                "rule",
                RestJson.object(
                        "ruleName", rule.name(),
                        "sql", payload.sql(),
                        "description", payload.description(),
                        "createdAt", rule.createdAt().getEpochSecond(),
                        "actions", payload.actions(),
                        "ruleDisabled", rule.disabled(),
                        "awsIotSqlVersion",
                                Optional.ofNullable(payload.awsIotSqlVersion()).orElse(TopicRule.DEFAULT_VERSION),
                        "errorAction", payload.errorAction()));
    }

    private Object list(RoutingContext context) {
        Page page = Page.of(context, "maxResults", DEFAULT_PAGE, MAX_PAGE);
        String topic = context.request().getParam("topic");
        String disabled = context.request().getParam("ruleDisabled");
        List<TopicRule> found = rules.after(page.after()).stream()
                .filter(rule -> topic == null || isAbout(rule, topic))
                .filter(rule -> disabled == null || rule.disabled() == Boolean.parseBoolean(disabled))
                .limit(page.size() + 1L)
                .toList();
        return RestJson.object(
                "rules", page.cut(found).stream().map(RulesApi::listed).toList(),
                "nextToken", page.next(found, TopicRule::name));
    }

    /** Whether the topic is the rule's filter or one that the filter takes in. */
    private static boolean isAbout(TopicRule rule, String topic) {
        return rule.statement()
                .from()
                .map(filter -> filter.text().equals(topic) || filter.matches(topic))
                .orElse(false);
    }

    private static Object listed(TopicRule rule) {
        return RestJson.object(
                "ruleArn", arn(rule),
                "ruleName", rule.name(),
                "topicPattern", rule.pattern().orElse(null),
                "createdAt", rule.createdAt().getEpochSecond(),
                "ruleDisabled", rule.disabled());
    }

    private static String arn(TopicRule rule) {
        return "arn:aws:iot:eu-west-1:000000000000:rule/" + rule.name();
    }
}
