package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.ServiceFault.HttpError;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.ses.Action.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of SES over HTTP: which action it is, and its answer in XML. */
final class SesApi implements HttpApi {

    private static final Logger LOG = LoggerFactory.getLogger(SesApi.class);
    private static final String INTERNAL = "InternalFailure";
    private static final String SORRY = "Internal service failure";

    private final Map<String, Action> actions;
    private final Faults faults;

    SesApi(Map<String, Action> actions, Faults faults) {
        this.actions = new TreeMap<>(actions);
        this.faults = faults;
    }

    @Override
    public String knows() {
        return "Amazon SES (" + String.join(", ", actions.keySet()) + ")";
    }

    @Override
    public void mount(Router router) {
        router.post("/").blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        QueryRequest request = new QueryRequest(context.request().formAttributes());
        try {
            faults.strike(HttpError.class, "ses").ifPresent(error -> {
                throw new AwsError(500, INTERNAL, SORRY);
            });
            reply(context, request.action(), action(request.action()).answer(request));
        } catch (AwsError e) {
            QueryErrors.answer(context, e);
        } catch (RuntimeException e) {
            LOG.error("SES action {} failed", request.action(), e);
            QueryErrors.answer(context, new AwsError(500, INTERNAL, SORRY));
        }
    }

    private Action action(String name) {
        Action action = actions.get(name);
        if (action == null) {
            throw new AwsError(
                    400,
                    "InvalidAction",
                    "local-aws does not know the action '" + name + "'. It knows " + knows() + ".");
        }
        return action;
    }

    private static void reply(RoutingContext context, String action, Answer answer) {
        if (answer instanceof Answer.Result result) {
            send(context, 200, QueryXml.response(action, id(context), result.members()));
        } else if (answer instanceof Answer.Silence silence) {
            closeLater(context, silence.until());
        } else {
            send(context, 200, QueryXml.response(action, id(context)));
        }
    }

    private static void closeLater(RoutingContext context, Duration delay) {
        context.vertx()
                .setTimer(
                        Math.max(1, delay.toMillis()),
                        timer -> context.request().connection().close());
    }

    private static String id(RoutingContext context) {
        return context.response().headers().get("x-amzn-requestid");
    }

    private static void send(RoutingContext context, int status, byte[] xml) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader("content-type", "text/xml");
        response.end(Buffer.buffer(xml));
    }
}
