package io.mainswatch.localaws.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Faults over HTTP, for scripts and the console; and the faults of HTTP itself, so it goes before all other APIs. */
public final class FaultsApi implements HttpApi {

    private static final String ROOT = "/_faults";
    private static final String KIND = ROOT + "/:kind";

    /** Each call of a service looks at all of them. */
    private static final int MAX_ARMED = 1_000;

    private final Faults faults;

    public FaultsApi(Faults faults) {
        this.faults = faults;
    }

    @Override
    public String knows() {
        return "faults at " + ROOT;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT).handler(answering(context -> report()));
        router.put(KIND).handler(answering(this::arm));
        router.delete(KIND).handler(answering(this::disarm));
        router.delete(ROOT).handler(answering(context -> {
            faults.disarmAll();
            return report();
        }));
        router.route().handler(new HttpFaults(faults));
    }

    private static Handler<RoutingContext> answering(RestJson.Call call) {
        return context -> {
            try {
                RestJson.reply(context, 200, call.answer(context));
            } catch (BadOrder e) {
                RestJson.reply(context, 400, complaint(e));
            }
        };
    }

    private static Map<String, Object> complaint(BadOrder order) {
        return RestJson.object(
                "message", order.getMessage(),
                "field", order.field(),
                "value", order.value(),
                "remedy", order.remedy());
    }

    private Object report() {
        return RestJson.object(
                "kinds", FaultKinds.ALL.stream().map(FaultsApi::described).toList(),
                "faults", faults.list().stream().map(FaultsApi::described).toList());
    }

    private Object arm(RoutingContext context) {
        FaultKind kind = FaultKinds.named(context.pathParam("kind"));
        FaultOrder order = kind.order(body(context));
        if (faults.list().stream().filter(Arming::isArmed).count() >= MAX_ARMED) {
            throw new BadOrder(
                    "fault", kind.name(), "is one too many, " + MAX_ARMED + " are armed; disarm all: DELETE " + ROOT);
        }
        return described(faults.arm(order));
    }

    private static ObjectNode body(RoutingContext context) {
        try {
            return RestJson.body(context, ObjectNode.class);
        } catch (AwsError e) {
            throw new BadOrder("body", context.body().asString(), "must be a JSON object, such as {\"times\":1}");
        }
    }

    private Object disarm(RoutingContext context) {
        faults.disarm(FaultKinds.named(context.pathParam("kind")).type());
        return report();
    }

    private static Map<String, Object> described(FaultKind kind) {
        List<Map<String, Object>> parameters = kind.parameters().stream()
                .map(parameter -> RestJson.object(
                        "name", parameter.name(),
                        "about", parameter.about(),
                        "values", parameter.must(),
                        "default", parameter.fallback()))
                .toList();
        return RestJson.object("fault", kind.name(), "about", kind.about(), "parameters", parameters);
    }

    private static Map<String, Object> described(Arming arming) {
        FaultOrder order = arming.order();
        FaultKind kind = FaultKinds.of(order.fault());
        Map<String, Object> described = RestJson.object("fault", kind.name());
        order.only().ifPresent(only -> described.put(kind.filter().name(), only));
        described.putAll(order.fault().parameters());
        described.put("times", order.times().orElse(null));
        described.put("remaining", arming.remaining().orElse(null));
        described.put("until", arming.until().map(Instant::toString).orElse(null));
        described.put("struck", arming.struck());
        described.put("armed", arming.isArmed());
        return described;
    }
}
