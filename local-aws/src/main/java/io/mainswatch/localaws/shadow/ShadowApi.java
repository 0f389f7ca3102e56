package io.mainswatch.localaws.shadow;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.shadow.Rejected;
import io.mainswatch.shadow.RequestTopic;
import io.mainswatch.shadow.ShadowName;
import io.mainswatch.shadow.ShadowOperation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The data-plane calls of AWS IoT for shadows. */
public final class ShadowApi implements HttpApi {

    private static final int DEFAULT_PAGE = 25;
    private static final int MAX_PAGE = 100;

    /** AWS's exception for a shadow error, where it is not InvalidRequestException. */
    private static final Map<Integer, String> EXCEPTIONS = Map.of(
            404, "ResourceNotFoundException",
            409, "ConflictException",
            413, "RequestEntityTooLargeException",
            429, "ThrottlingException",
            500, "InternalFailureException");

    private final ShadowService shadows;
    private final ShadowStore store;
    private final Clock clock;

    public ShadowApi(ShadowService shadows, ShadowStore store, Clock clock) {
        this.shadows = shadows;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String knows() {
        return "AWS IoT Data Plane (GetThingShadow, UpdateThingShadow, DeleteThingShadow,"
                + " ListNamedShadowsForThing)";
    }

    @Override
    public void mount(Router router) {
        String shadow = "/things/:thing/shadow";
        router.get(shadow).handler(context -> shadow(context, ShadowOperation.GET));
        router.post(shadow).handler(context -> shadow(context, ShadowOperation.UPDATE));
        router.delete(shadow).handler(context -> shadow(context, ShadowOperation.DELETE));
        router.get("/api/things/shadow/ListNamedShadowsForThing/:thing")
                .blockingHandler(RestJson.answering(this::listNamedShadows), false);
    }

    /** Waits for nothing here: the answer goes out when the shadow service has it. */
    private void shadow(RoutingContext context, ShadowOperation operation) {
        RequestTopic request;
        try {
            request = new RequestTopic(
                    new ShadowName(
                            context.pathParam("thing"),
                            Optional.ofNullable(context.request().getParam("name"))),
                    operation);
        } catch (IllegalArgumentException e) {
            RestJson.fail(context, AwsError.invalidRequest(e.getMessage()));
            return;
        }
        Future.fromCompletionStage(
                        shadows.call(request, body(context)), context.vertx().getOrCreateContext())
                .onSuccess(answer -> reply(context, answer));
    }

    private static void reply(RoutingContext context, ShadowAnswer answer) {
        int status = answer.refusal().map(Rejected::code).orElse(200);
        if (status != 200) {
            context.response()
                    .putHeader("x-amzn-errortype", EXCEPTIONS.getOrDefault(status, "InvalidRequestException"));
        }
        RestJson.reply(context, status, answer.body().bytes());
    }

    private Object listNamedShadows(RoutingContext context) {
        String thing = context.pathParam("thing");
        Page page = Page.of(context, "pageSize", DEFAULT_PAGE, MAX_PAGE);
        List<String> found = store.namesOf(thing, page.after(), page.size() + 1);
        return RestJson.object(
                "results", page.cut(found),
                "timestamp", clock.instant().getEpochSecond(),
                "nextToken", page.next(found, Function.identity()));
    }

    private static byte[] body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
