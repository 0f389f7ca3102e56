package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.identity.PolicyBook.Edition;
import io.mainswatch.localaws.identity.PolicyStore.Entry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The control-plane calls for policies and their versions. */
final class PolicyApi implements HttpApi {

    private final PolicyBook policies;

    PolicyApi(PolicyBook policies) {
        this.policies = policies;
    }

    @Override
    public String knows() {
        return "AWS IoT policies (CreatePolicy, GetPolicy, ListPolicies, DeletePolicy, CreatePolicyVersion,"
                + " GetPolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion, DeletePolicyVersion)";
    }

    @Override
    public void mount(Router router) {
        String policy = "/policies/:policy";
        String versions = policy + "/version";
        String version = versions + "/:version";
        router.get("/policies").blockingHandler(RestJson.answering(this::list), false);
        router.post(policy).blockingHandler(RestJson.answering(this::create), false);
        router.get(policy).blockingHandler(RestJson.answering(this::get), false);
        router.delete(policy).blockingHandler(RestJson.answering(this::delete), false);
        router.post(versions).blockingHandler(RestJson.answering(this::createVersion), false);
        router.get(versions).blockingHandler(RestJson.answering(this::listVersions), false);
        router.get(version).blockingHandler(RestJson.answering(this::getVersion), false);
        router.patch(version).blockingHandler(RestJson.answering(this::setDefault), false);
        router.delete(version).blockingHandler(RestJson.answering(this::deleteVersion), false);
    }

    private record Document(String policyDocument) {}

    private Object create(RoutingContext context) {
        String name = context.pathParam("policy");
        policies.create(name, RestJson.body(context, Document.class).policyDocument());
        Edition made = policies.describe(name);
        return RestJson.object(
                "policyName", name,
                "policyArn", Arns.policy(name),
                "policyDocument", made.version().document(),
                "policyVersionId", id(made));
    }

    private Object get(RoutingContext context) {
        Edition found = policies.describe(context.pathParam("policy"));
        Entry policy = found.policy();
        return RestJson.object(
                "policyName", policy.name(),
                "policyArn", Arns.policy(policy.name()),
                "policyDocument", found.version().document(),
                "defaultVersionId", id(found),
                "creationDate", CertificateApi.seconds(policy.createdAt()),
                "lastModifiedDate", CertificateApi.seconds(policy.modifiedAt()));
    }

    private Object list(RoutingContext context) {
        Listing listing = Listing.of(context);
        List<Entry> found = policies.list(
                listing.ascending(), listing.after(), listing.page().size() + 1);
        List<Object> listed = listing.page().cut(found).stream()
                .map(policy -> listed(policy.name()))
                .toList();
        return RestJson.object(
                "policies", listed, "nextMarker", listing.page().next(found, next -> String.valueOf(next.seq())));
    }

    /** A policy as lists have it. */
    static Object listed(String name) {
        return RestJson.object("policyName", name, "policyArn", Arns.policy(name));
    }

    private Object delete(RoutingContext context) {
        policies.delete(context.pathParam("policy"));
        return null;
    }

    private Object createVersion(RoutingContext context) {
        String name = context.pathParam("policy");
        Edition made = policies.createVersion(
                name,
                RestJson.body(context, Document.class).policyDocument(),
                Boolean.parseBoolean(context.request().getParam("setAsDefault")));
        return RestJson.object(
                "policyArn", Arns.policy(name),
                "policyDocument", made.version().document(),
                "policyVersionId", id(made),
                "isDefaultVersion", made.isDefault());
    }

    private Object listVersions(RoutingContext context) {
        List<Object> listed = policies.versions(context.pathParam("policy")).stream()
                .map(PolicyApi::listedVersion)
                .toList();
        return RestJson.object("policyVersions", listed);
    }

    private static Object listedVersion(Edition edition) {
        return RestJson.object(
                "versionId", id(edition),
                "isDefaultVersion", edition.isDefault(),
                "createDate", CertificateApi.seconds(edition.version().createdAt()));
    }

    private Object getVersion(RoutingContext context) {
        String name = context.pathParam("policy");
        Edition found = policies.version(name, version(context));
        return RestJson.object(
                "policyName", name,
                "policyArn", Arns.policy(name),
                "policyDocument", found.version().document(),
                "policyVersionId", id(found),
                "isDefaultVersion", found.isDefault(),
                "creationDate", CertificateApi.seconds(found.version().createdAt()),
                "lastModifiedDate", CertificateApi.seconds(found.version().createdAt()));
    }

    private Object setDefault(RoutingContext context) {
        policies.setDefault(context.pathParam("policy"), version(context));
        return null;
    }

    private Object deleteVersion(RoutingContext context) {
        policies.deleteVersion(context.pathParam("policy"), version(context));
        return null;
    }

    private static int version(RoutingContext context) {
        return (int) Page.whole("policyVersionId", context.pathParam("version"));
    }

    private static String id(Edition edition) {
        return String.valueOf(edition.version().number());
    }
}
