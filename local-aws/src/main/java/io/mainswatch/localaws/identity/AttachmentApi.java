package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RawPath;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The control-plane calls that attach policies to certificates and thing groups, and certificates to things. */
final class AttachmentApi implements HttpApi {

    private static final String ATTACHED = "/attached-policies/";
    private static final String PRINCIPAL = "x-amzn-principal";

    private final AttachmentBook attachments;

    AttachmentApi(AttachmentBook attachments) {
        this.attachments = attachments;
    }

    @Override
    public String knows() {
        return "AWS IoT attachments (AttachPolicy, DetachPolicy, ListAttachedPolicies, ListTargetsForPolicy,"
                + " GetEffectivePolicies, AttachThingPrincipal, DetachThingPrincipal, ListThingPrincipals,"
                + " ListPrincipalThings)";
    }

    @Override
    public void mount(Router router) {
        String target = "/target-policies/:policy";
        String principals = "/things/:thing/principals";
        router.put(target).blockingHandler(RestJson.answering(this::attachPolicy), false);
        router.post(target).blockingHandler(RestJson.answering(this::detachPolicy), false);
        router.post(ATTACHED + "*").blockingHandler(RestJson.answering(this::listAttached), false);
        router.post("/policy-targets/:policy").blockingHandler(RestJson.answering(this::listTargets), false);
        router.post("/effective-policies").blockingHandler(RestJson.answering(this::effective), false);
        router.put(principals).blockingHandler(RestJson.answering(this::attachThing), false);
        router.delete(principals).blockingHandler(RestJson.answering(this::detachThing), false);
        router.get(principals).blockingHandler(RestJson.answering(this::listPrincipals), false);
        router.get("/principals/things").blockingHandler(RestJson.answering(this::listThings), false);
    }

    private record Target(String target) {}

    private record Principal(String principal) {}

    private Object attachPolicy(RoutingContext context) {
        attachments.attachPolicy(context.pathParam("policy"), target(context));
        return null;
    }

    private Object detachPolicy(RoutingContext context) {
        attachments.detachPolicy(context.pathParam("policy"), target(context));
        return null;
    }

    private static PolicyTarget target(RoutingContext context) {
        return PolicyTarget.of("target", RestJson.body(context, Target.class).target());
    }

    private Object listAttached(RoutingContext context) {
        PolicyTarget target = PolicyTarget.of("target", RawPath.after(ATTACHED, context));
        boolean recursive = Boolean.parseBoolean(context.request().getParam("recursive"));
        Page page = Listing.marked(context);
        List<String> found = attachments.policies(target, recursive, page);
        List<Object> listed = page.cut(found).stream().map(PolicyApi::listed).toList();
        return RestJson.object("policies", listed, "nextMarker", page.next(found, Function.identity()));
    }

    private Object listTargets(RoutingContext context) {
        Page page = Listing.marked(context);
        List<String> found = attachments.targets(context.pathParam("policy"), page);
        return RestJson.object("targets", page.cut(found), "nextMarker", page.next(found, Function.identity()));
    }

    /** A thing is asked for by its name: its groups' policies are not those of its certificate alone. */
    private Object effective(RoutingContext context) {
        Optional<PolicyTarget> principal = Optional.ofNullable(
                        RestJson.body(context, Principal.class).principal())
                .map(arn -> PolicyTarget.of("principal", arn));
        Optional<String> thing = Optional.ofNullable(context.request().getParam("thingName"));
        if (principal.isEmpty() && thing.isEmpty()) {
            throw AwsError.invalidRequest("principal: must be given, or thingName, or both");
        }
        List<Map<String, Object>> effective = attachments.effective(principal, thing).stream()
                .map(policy -> RestJson.object(
                        "policyName", policy.name(),
                        "policyArn", Arns.policy(policy.name()),
                        "policyDocument", policy.document()))
                .toList();
        return Map.of("effectivePolicies", effective);
    }

    private Object attachThing(RoutingContext context) {
        String type = context.request().getParam("thingPrincipalType");
        if (type != null && !type.equals("NON_EXCLUSIVE_THING")) {
            throw AwsError.invalidRequest(
                    "thingPrincipalType '" + type + "': local-aws has only NON_EXCLUSIVE_THING, the default");
        }
        attachments.attachThing(context.pathParam("thing"), principal(context));
        return Map.of();
    }

    private Object detachThing(RoutingContext context) {
        attachments.detachThing(context.pathParam("thing"), principal(context));
        return Map.of();
    }

    private Object listPrincipals(RoutingContext context) {
        Page page = Listing.tokened(context);
        List<String> found = attachments.principals(context.pathParam("thing"), page);
        return RestJson.object("principals", arns(page, found), "nextToken", page.next(found, Function.identity()));
    }

    private Object listThings(RoutingContext context) {
        Page page = Listing.tokened(context);
        List<String> found = attachments.things(principal(context), page);
        return RestJson.object("things", page.cut(found), "nextToken", page.next(found, Function.identity()));
    }

    private static String principal(RoutingContext context) {
        return Arns.certificateId(PRINCIPAL, context.request().getHeader(PRINCIPAL));
    }

    private static List<String> arns(Page page, List<String> certificates) {
        return page.cut(certificates).stream().map(Arns::certificate).toList();
    }
}
