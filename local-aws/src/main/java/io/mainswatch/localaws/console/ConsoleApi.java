package io.mainswatch.localaws.console;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.lines.SimulatedLines;
import io.mainswatch.localaws.ses.Mail;
import io.mainswatch.localaws.ses.MailContent;
import io.mainswatch.localaws.ses.MailStore;
import io.mainswatch.localaws.store.Changes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The console's page and its JSON API. */
public final class ConsoleApi implements HttpApi {

    static final String ROOT = "/_console/";

    static final String API = ROOT + "api/";
    private static final int MAX_MAILS = 200;

    private final ThingViews things;
    private final MailStore mails;
    private final Optional<SimulatedLines> lines;
    private final Supplier<Endpoints> endpoints;
    private final ConsoleEvents events;
    private final Changes changes;

    /**
     * Where programs find the stand-in.
     *
     * @param mqtt host and port
     * @param http a URI
     */
    public record Endpoints(String mqtt, String http) {}

    /** @param lines empty if no folder of simulated lines was given */
    public ConsoleApi(
            ThingViews things,
            MailStore mails,
            Optional<SimulatedLines> lines,
            Supplier<Endpoints> endpoints,
            ConsoleEvents events,
            Changes changes) {
        this.endpoints = endpoints;
        this.things = things;
        this.mails = mails;
        this.lines = lines;
        this.events = events;
        this.changes = changes;
    }

    @Override
    public String knows() {
        return "its console at " + ROOT;
    }

    @Override
    public void mount(Router router) {
        router.get("/").handler(context -> context.redirect(ROOT));
        router.getWithRegex("/_console").handler(context -> context.redirect(ROOT));
        router.get(API + "things").blockingHandler(RestJson.answering(context -> things.list()), false);
        router.get(API + "mails").blockingHandler(RestJson.answering(context -> listMails()), false);
        router.get(API + "mails/:id").blockingHandler(RestJson.answering(this::mail), false);
        router.delete(API + "mails").blockingHandler(RestJson.answering(context -> clearMails()), false);
        router.get(API + "lines").blockingHandler(RestJson.answering(context -> listLines()), false);
        router.put(API + "lines/:line").blockingHandler(RestJson.answering(this::setLine), false);
        router.get(API + "endpoints").handler(RestJson.answering(context -> endpoints.get()));
        router.get(API + "events").handler(events::stream);
        router.get(ROOT + "*").handler(new ConsolePage());
    }

    private Object listMails() {
        return mails.list(MAX_MAILS).stream().map(ConsoleApi::summary).toList();
    }

    private static Map<String, Object> summary(Mail mail) {
        return RestJson.object(
                "id", mail.id(),
                "to", mail.to(),
                "from", mail.from(),
                "subject", mail.subject(),
                "receivedAt", mail.receivedAt().toString(),
                "events", mail.events().stream().map(ConsoleApi::event).toList());
    }

    private static Map<String, Object> event(Mail.Event event) {
        return RestJson.object(
                "type", event.type(),
                "recipients", event.recipients(),
                "detail", event.detail(),
                "at", event.at().toString());
    }

    private Object mail(RoutingContext context) {
        long id = Page.whole("id", context.pathParam("id"));
        Mail mail = mails.find(id).orElseThrow(() -> AwsError.notFound("The inbox has no mail " + id));
        byte[] raw = mails.raw(id).orElseThrow(() -> AwsError.notFound("The inbox has no mail " + id));
        MailContent content = MailContent.of(raw);
        Map<String, Object> answer = summary(mail);
        answer.put("messageId", mail.messageId());
        answer.put("headers", content.headers());
        answer.put("text", content.text().orElse(null));
        answer.put("html", content.html().orElse(null));
        answer.put("raw", new String(raw, StandardCharsets.UTF_8));
        return answer;
    }

    private Object clearMails() {
        mails.clear();
        return Map.of();
    }

    private Object listLines() {
        return lines.map(SimulatedLines::list).orElse(List.of());
    }

    private Object setLine(RoutingContext context) {
        SimulatedLines simulated = lines.orElseThrow(() -> AwsError.notFound(
                "There are no simulated lines. Start local-aws with --lines and the folder that the edge uses."));
        long line = Page.whole("line", context.pathParam("line"));
        if (line < 0 || line > SimulatedLines.MAX_LINE) {
            throw AwsError.invalidRequest("line " + line + ": must be from 0 to " + SimulatedLines.MAX_LINE);
        }
        String level = Optional.ofNullable(context.body().asString()).orElse("").trim();
        if (!level.equals("on") && !level.equals("off")) {
            throw AwsError.invalidRequest("body '" + level + "': must be on or off");
        }
        simulated.set((int) line, level.equals("on"));
        changes.announce(Changes.Kind.LINES);
        return RestJson.object("line", line, "level", level.equals("on") ? 1 : 0);
    }
}
