package io.mainswatch.localaws.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class RulesTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/rules";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalAws aws;
    private static IotClient iot;
    private static SqsClient sqs;
    private static MqttProbe client;

    @BeforeAll
    static void start() throws MqttException {
        aws = LocalAws.builder().data(folder).freePorts().sqsPort(0).start();
        iot = AwsClients.iot(aws);
        sqs = AwsClients.sqs(aws);
        client = MqttProbe.connect(aws, "cabin").listen("out/#");
    }

    @AfterAll
    static void stop() throws MqttException {
        client.close();
        iot.close();
        sqs.close();
        aws.close();
    }

    @Test
    void aChangeOfStatusGoesToTheQueueAndTheFirstReportDoesNotBecauseThereWasNothingBefore() throws Exception {
        String queue = queue("status");
        rule(
                "status",
                "SELECT current.state.reported.status AS status, topic(3) AS thing"
                        + " FROM '$aws/things/+/shadow/update/documents'"
                        + " WHERE current.state.reported.status <> previous.state.reported.status",
                toQueue(queue));

        client.publish("$aws/things/hut/shadow/update", "{\"state\":{\"reported\":{\"status\":\"on\"}}}");
        client.publish("$aws/things/hut/shadow/update", "{\"state\":{\"reported\":{\"status\":\"off\"}}}");

        assertThat(next(queue)).isEqualTo(JSON.readTree("{\"status\":\"off\",\"thing\":\"hut\"}"));
        assertThat(isEmpty(queue)).isTrue();
    }

    @Test
    void presenceEventsGoToTheQueue() throws Exception {
        String queue = queue("presence");
        rule("presence", "SELECT * FROM '$aws/events/presence/+/guest'", toQueue(queue));

        MqttProbe.connect(aws, "guest").close();

        assertThat(List.of(
                        next(queue).get("eventType").asText(),
                        next(queue).get("eventType").asText()))
                .containsExactlyInAnyOrder("connected", "disconnected");
    }

    @Test
    void aLastWillBecomesAShadowUpdateByARule() throws Exception {
        rule(
                "wills",
                "SELECT * FROM 'wills/+'",
                Action.builder()
                        .republish(r -> r.roleArn(ROLE).qos(1).topic("$$aws/things/${topic(2)}/shadow/update"))
                        .build());
        client.listen("$aws/things/barn/shadow/update/accepted");
        MqttConnectOptions options = new MqttConnectOptions();
        options.setWill(
                "wills/barn",
                "{\"state\":{\"reported\":{\"link\":\"lost\"}}}".getBytes(StandardCharsets.UTF_8),
                1,
                false);

        MqttProbe lost = MqttProbe.connect(aws, "barn", options);
        lost.client().disconnectForcibly(0, 0, false);
        lost.client().close(true);

        assertThat(client.next("$aws/things/barn/shadow/update/accepted")
                        .at("/state/reported/link")
                        .asText())
                .isEqualTo("lost");
    }

    @Test
    void whatFailsGoesToTheErrorActionAsOneDocument() throws Exception {
        String queue = queue("errors");
        iot.createTopicRule(r -> r.ruleName("failing")
                .topicRulePayload(p -> p.sql("SELECT a FROM 'failing/+'")
                        .actions(toQueue("http://127.0.0.1/000000000000/nowhere"), republish("no/#/topic"))
                        .errorAction(toQueue(queue))));

        client.publish("failing/1", "{\"a\":1}");

        JsonNode report = next(queue);
        assertThat(report.get("ruleName").asText()).isEqualTo("failing");
        assertThat(report.get("topic").asText()).isEqualTo("failing/1");
        assertThat(report.get("clientId").asText()).isEqualTo("cabin");
        assertThat(report.get("cloudwatchTraceId").asText()).isNotEmpty();
        assertThat(Base64.getDecoder()
                        .decode(report.get("base64OriginalPayload").asText()))
                .asString()
                .isEqualTo("{\"a\":1}");
        assertThat(report.get("failures").findValuesAsText("failedAction"))
                .containsExactly("SqsAction", "RepublishAction");
        assertThat(report.get("failures").findValuesAsText("failedResource")).containsExactly("nowhere", "no/#/topic");

        client.publish("failing/2", "no JSON");
        assertThat(next(queue).at("/failures/0/errorMessage").asText()).contains("not JSON");
    }

    @Test
    void aPayloadThatIsNotTextGoesAsBase64() throws Exception {
        String queue = queue("binary");
        rule(
                "binary",
                "SELECT * FROM 'binary'",
                Action.builder()
                        .sqs(q -> q.roleArn(ROLE).queueUrl(queue).useBase64(true))
                        .build());

        client.client().publish("binary", new byte[] {0, -1, 7}, 1, false);

        assertThat(Base64.getDecoder().decode(nextText(queue))).containsExactly(0, -1, 7);
    }

    @Test
    void basicIngestReachesItsRuleAndNobodyElse() throws Exception {
        rule("direct", "SELECT topic() AS topic, topic(1) AS first", republish("out/direct"));
        rule("ears", "SELECT * FROM '$aws/rules/#'", republish("out/ears"));

        client.publish("$aws/rules/direct/floor/2", "{}");
        client.publish("$aws/rules/nobody/floor/2", "{}");
        try (IotDataPlaneClient data = AwsClients.data(aws)) {
            data.publish(r -> r.topic("$aws/rules/direct/over/http").qos(1).payload(SdkBytes.fromUtf8String("{}")));
        }
        client.publish("out/done", "{}");
        client.next("out/done");

        await().until(() -> client.heardOn("out/direct").size() == 2);
        assertThat(client.heardOn("out/direct"))
                .extracting(MqttProbe.Heard::json)
                .containsExactly(
                        JSON.readTree("{\"topic\":\"floor/2\",\"first\":\"floor\"}"),
                        JSON.readTree("{\"topic\":\"over/http\",\"first\":\"over\"}"));
        assertThat(client.heardOn("out/ears")).isEmpty();
    }

    @Test
    void rulesThatFeedEachOtherComeToAnEnd() throws Exception {
        String queue = queue("loop-errors");
        iot.createTopicRule(r -> r.ruleName("loop")
                .topicRulePayload(p -> p.sql("SELECT * FROM 'out/loop'")
                        .actions(republish("out/loop"))
                        .errorAction(toQueue(queue))));

        client.publish("out/loop", "{}");

        assertThat(next(queue).at("/failures/0/errorMessage").asText()).contains("feed each other");
        assertThat(client.heardOn("out/loop")).hasSize(11);
    }

    @Test
    void rulesAndWhatTheyPutOnQueuesAreThereAfterARestart(@TempDir Path other) throws Exception {
        String url;
        try (LocalAws first =
                        LocalAws.builder().data(other).freePorts().sqsPort(0).start();
                MqttProbe thing = MqttProbe.connect(first, "thing").listen("seen");
                IotClient firstIot = AwsClients.iot(first);
                SqsClient firstSqs = AwsClients.sqs(first)) {
            url = firstSqs.createQueue(r -> r.queueName("kept")).queueUrl();
            firstIot.createTopicRule(r -> r.ruleName("kept")
                    .topicRulePayload(p -> p.sql("SELECT * FROM 'kept'").actions(toQueue(url), republish("seen"))));
            thing.publish("kept", "{\"n\":1}");
            thing.next("seen");
        }
        try (LocalAws second =
                        LocalAws.builder().data(other).freePorts().sqsPort(0).start();
                MqttProbe thing = MqttProbe.connect(second, "thing");
                SqsClient secondSqs = AwsClients.sqs(second)) {
            thing.publish("kept", "{\"n\":2}");

            String queue = secondSqs.getQueueUrl(r -> r.queueName("kept")).queueUrl();
            assertThat(List.of(
                            JSON.readTree(take(secondSqs, queue)).get("n").asInt(),
                            JSON.readTree(take(secondSqs, queue)).get("n").asInt()))
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    private static void rule(String name, String sql, Action action) {
        iot.createTopicRule(
                r -> r.ruleName(name).topicRulePayload(p -> p.sql(sql).actions(action)));
    }

    private static Action toQueue(String url) {
        return Action.builder().sqs(q -> q.roleArn(ROLE).queueUrl(url)).build();
    }

    private static Action republish(String topic) {
        return Action.builder()
                .republish(r -> r.roleArn(ROLE).qos(1).topic(topic))
                .build();
    }

    private static String queue(String name) {
        return sqs.createQueue(r -> r.queueName(name)).queueUrl();
    }

    private static JsonNode next(String queue) throws JsonProcessingException {
        return JSON.readTree(nextText(queue));
    }

    private static String nextText(String queue) {
        return take(sqs, queue);
    }

    private static String take(SqsClient from, String queue) {
        List<Message> messages = from.receiveMessage(
                        r -> r.queueUrl(queue).maxNumberOfMessages(1).waitTimeSeconds(10))
                .messages();
        assertThat(messages).as("a message on " + queue).hasSize(1);
        from.deleteMessage(r -> r.queueUrl(queue).receiptHandle(messages.get(0).receiptHandle()));
        return messages.get(0).body();
    }

    private static boolean isEmpty(String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(queue)).messages().isEmpty();
    }
}
