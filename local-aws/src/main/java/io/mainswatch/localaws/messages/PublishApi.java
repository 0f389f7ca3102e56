package io.mainswatch.localaws.messages;

import io.mainswatch.localaws.broker.ClientRules;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.broker.RetainedMessages;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RawPath;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.shadow.ShadowService;
import io.mainswatch.shadow.RequestTopic;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** Publish: a message over HTTP, under the rules of one over MQTT. */
public final class PublishApi implements HttpApi {

    private static final String TOPICS = "/topics/";

    private final Publisher publisher;
    private final RetainedMessages retained;
    private final ShadowService shadows;

    public PublishApi(Publisher publisher, RetainedMessages retained, ShadowService shadows) {
        this.publisher = publisher;
        this.retained = retained;
        this.shadows = shadows;
    }

    @Override
    public String knows() {
        return "AWS IoT Data Plane (Publish)";
    }

    @Override
    public void mount(Router router) {
        router.post(TOPICS + "*").blockingHandler(RestJson.answering(this::publish), false);
    }

    private Object publish(RoutingContext context) {
        String topic = RawPath.after(TOPICS, context);
        long qos = Page.whole(
                "qos", Optional.ofNullable(context.request().getParam("qos")).orElse("0"));
        boolean retain = Boolean.parseBoolean(context.request().getParam("retain"));
        Buffer body = context.body().buffer();
        byte[] payload = body == null ? new byte[0] : body.getBytes();
        ClientRules.publish(topic, (int) qos, retain, payload.length).ifPresent(violation -> {
            throw AwsError.invalidRequest(violation.what());
        });
        if (retain) {
            retained.keep(topic, payload, Qos.values()[(int) qos]);
        }
        publisher.publish(topic, payload, Qos.values()[(int) qos]);
        RequestTopic.parse(topic).ifPresent(request -> shadows.message(request, payload));
        return Map.of("message", "OK");
    }
}
