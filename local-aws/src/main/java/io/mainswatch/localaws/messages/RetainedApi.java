package io.mainswatch.localaws.messages;

import io.mainswatch.localaws.broker.RetainedMessage;
import io.mainswatch.localaws.broker.RetainedMessages;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RawPath;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Retained messages over HTTP; they are kept by Publish, or over MQTT. */
public final class RetainedApi implements HttpApi {

    private static final String PATH = "/retainedMessage";
    private static final int MAX_PAGE = 200;

    private final RetainedMessages messages;

    public RetainedApi(RetainedMessages messages) {
        this.messages = messages;
    }

    @Override
    public String knows() {
        return "retained messages (GetRetainedMessage, ListRetainedMessages)";
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).blockingHandler(RestJson.answering(this::list), false);
        router.get(PATH + "/*").blockingHandler(RestJson.answering(this::get), false);
    }

    private Object get(RoutingContext context) {
        String topic = RawPath.after(PATH + "/", context);
        RetainedMessage message = messages.find(topic)
                .orElseThrow(() -> AwsError.notFound("No retained message exists on topic '" + topic + "'"));
        return RestJson.object(
                "topic", message.topic(),
                "payload", message.payload(),
                "qos", message.qos().ordinal(),
                "lastModifiedTime", message.at().toEpochMilli());
    }

    private Object list(RoutingContext context) {
        Page page = Page.of(context, "maxResults", MAX_PAGE, MAX_PAGE);
        List<RetainedMessage> found = messages.list(page.after(), page.size() + 1);
        return RestJson.object(
                "retainedTopics",
                page.cut(found).stream().map(RetainedApi::listed).toList(),
                "nextToken",
                page.next(found, RetainedMessage::topic));
    }

    private static Map<String, Object> listed(RetainedMessage message) {
        return RestJson.object(
                "topic", message.topic(),
                "payloadSize", message.payload().length,
                "qos", message.qos().ordinal(),
                "lastModifiedTime", message.at().toEpochMilli());
    }
}
