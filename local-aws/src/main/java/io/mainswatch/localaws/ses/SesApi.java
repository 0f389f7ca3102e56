package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of SES that this stand-in knows. */
public final class SesApi implements HttpApi {

    private static final Logger LOG = LoggerFactory.getLogger(SesApi.class);

    /** Mails in 24 hours, and mails a second, of an account that has just left AWS's sandbox. */
    private static final double MAX_24_HOURS = 50_000;

    private static final double MAX_RATE = 14;

    private final MailStore mails;
    private final Identities identities;
    private final Clock clock;
    private final Map<String, Function<QueryRequest, Map<String, ?>>> actions = new TreeMap<>();

    public SesApi(MailStore mails, Identities identities, Clock clock) {
        this.mails = mails;
        this.identities = identities;
        this.clock = clock;
        actions.put("SendEmail", request -> send(MailWriter.compose(request, clock.instant())));
        actions.put("SendRawEmail", request -> send(MailWriter.take(request, clock.instant())));
        actions.put("GetSendQuota", request -> quota());
        actions.put("VerifyEmailIdentity", this::verify);
        actions.put("ListIdentities", request -> Map.of("Identities", identities.list()));
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
        String id = context.response().headers().get("x-amzn-requestid");
        try {
            Function<QueryRequest, Map<String, ?>> action = actions.get(request.action());
            if (action == null) {
                throw new AwsError(
                        400,
                        "InvalidAction",
                        "local-aws does not know the action '" + request.action() + "'. It knows " + knows() + ".");
            }
            reply(context, 200, QueryXml.response(request.action(), id, action.apply(request)));
        } catch (AwsError e) {
            reply(context, e.status(), QueryXml.error(e.code(), e.getMessage(), id));
        } catch (RuntimeException e) {
            LOG.error("SES action {} failed", request.action(), e);
            reply(context, 500, QueryXml.error("InternalFailure", "Internal service failure", id));
        }
    }

    private static void reply(RoutingContext context, int status, byte[] xml) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader("content-type", "text/xml");
        response.end(Buffer.buffer(xml));
    }

    private Map<String, ?> send(Outgoing mail) {
        mails.add(mail, clock.instant());
        return Map.of("MessageId", mail.messageId());
    }

    private Map<String, ?> quota() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return Map.of(
                "Max24HourSend", MAX_24_HOURS,
                "MaxSendRate", MAX_RATE,
                "SentLast24Hours", (double) mails.countSince(yesterday));
    }

    private Map<String, ?> verify(QueryRequest request) {
        identities.verify(request.required("EmailAddress"));
        return Map.of();
    }
}
