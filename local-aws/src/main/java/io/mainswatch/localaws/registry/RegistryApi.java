package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.ThingRegistry.ThingChange;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about things, and where to find the other services. */
public final class RegistryApi implements HttpApi {

    private static final int MAX_PAGE = 250;
    private static final int DEFAULT_PAGE = 25;

    private final ThingRegistry things;

    public RegistryApi(ThingRegistry things) {
        this.things = things;
    }

    @Override
    public String knows() {
        return "AWS IoT (CreateThing, DescribeThing, UpdateThing, DeleteThing, ListThings, DescribeEndpoint)";
    }

    @Override
    public void mount(Router router) {
        router.get("/things").blockingHandler(RestJson.answering(this::listThings), false);
        router.post("/things/:thing").blockingHandler(RestJson.answering(this::createThing), false);
        router.get("/things/:thing").blockingHandler(RestJson.answering(this::describeThing), false);
        router.patch("/things/:thing").blockingHandler(RestJson.answering(this::updateThing), false);
        router.delete("/things/:thing").blockingHandler(RestJson.answering(this::deleteThing), false);
        router.get("/endpoint").handler(RestJson.answering(RegistryApi::describeEndpoint));
    }

    private record CreateThing(String thingTypeName, String billingGroupName, AttributeChange attributePayload) {}

    private record UpdateThing(
            String thingTypeName, boolean removeThingType, Long expectedVersion, AttributeChange attributePayload) {}

    private Object createThing(RoutingContext context) {
        CreateThing request = RestJson.body(context, CreateThing.class);
        Thing thing = things.create(
                context.pathParam("thing"),
                request.thingTypeName(),
                request.billingGroupName(),
                Optional.ofNullable(attributes(request.attributePayload())).orElse(Map.of()));
        return RestJson.object(
                "thingName", thing.name(), "thingArn", AwsNames.thing(thing.name()), "thingId", thing.id());
    }

    private Object describeThing(RoutingContext context) {
        Thing thing = things.describe(context.pathParam("thing"));
        return RestJson.object(
                "defaultClientId", thing.name(),
                "thingName", thing.name(),
                "thingId", thing.id(),
                "thingArn", AwsNames.thing(thing.name()),
                "thingTypeName", thing.type(),
                "attributes", thing.attributes(),
                "version", thing.version(),
                "billingGroupName", thing.billingGroup());
    }

    private Object updateThing(RoutingContext context) {
        UpdateThing request = RestJson.body(context, UpdateThing.class);
        AttributeChange payload = request.attributePayload();
        things.update(
                context.pathParam("thing"),
                new ThingChange(
                        attributes(payload),
                        payload != null && payload.merge(),
                        request.thingTypeName(),
                        request.removeThingType(),
                        request.expectedVersion()));
        return Map.of();
    }

    private Object deleteThing(RoutingContext context) {
        String expected = context.request().getParam("expectedVersion");
        things.delete(context.pathParam("thing"), expected == null ? null : Page.whole("expectedVersion", expected));
        return Map.of();
    }

    private Object listThings(RoutingContext context) {
        ThingFilter filter = new ThingFilter(
                context.request().getParam("attributeName"),
                context.request().getParam("attributeValue"),
                Boolean.parseBoolean(context.request().getParam("usePrefixAttributeValue")),
                context.request().getParam("thingTypeName"));
        if (filter.value() != null && filter.attribute() == null) {
            throw AwsError.invalidRequest("attributeValue needs an attributeName");
        }
        Page page = Page.of(context, "maxResults", DEFAULT_PAGE, MAX_PAGE);
        List<Thing> found = things.list(filter, page.after(), page.size() + 1);
        List<Object> listed = page.cut(found).stream().map(RegistryApi::listed).toList();
        return RestJson.object("things", listed, "nextToken", page.next(found, Thing::name));
    }

    private static Object listed(Thing thing) {
        return RestJson.object(
                "thingName", thing.name(),
                "thingTypeName", thing.type(),
                "thingArn", AwsNames.thing(thing.name()),
                "attributes", thing.attributes(),
                "version", thing.version());
    }

    /** Whatever name the caller has for this machine. */
    private static Object describeEndpoint(RoutingContext context) {
        return Map.of("endpointAddress", context.request().authority().host());
    }

    private static Map<String, String> attributes(AttributeChange payload) {
        return payload == null ? null : payload.attributes();
    }
}
