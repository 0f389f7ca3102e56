package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.ThingRegistry.ThingChange;
import io.mainswatch.localaws.registry.ThingTypes.ThingType;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control-plane calls of AWS IoT that this stand-in knows. */
public final class RegistryApi implements HttpApi {

    private static final int MAX_PAGE = 250;
    private static final int DEFAULT_PAGE = 25;

    private final ThingRegistry things;
    private final ThingTypes types;

    public RegistryApi(ThingRegistry things, ThingTypes types) {
        this.things = things;
        this.types = types;
    }

    @Override
    public String knows() {
        return "AWS IoT (CreateThing, DescribeThing, UpdateThing, DeleteThing, ListThings, CreateThingType,"
                + " DescribeThingType, DescribeEndpoint)";
    }

    @Override
    public void mount(Router router) {
        router.get("/things").blockingHandler(RestJson.answering(this::listThings), false);
        router.post("/things/:thing").blockingHandler(RestJson.answering(this::createThing), false);
        router.get("/things/:thing").blockingHandler(RestJson.answering(this::describeThing), false);
        router.patch("/things/:thing").blockingHandler(RestJson.answering(this::updateThing), false);
        router.delete("/things/:thing").blockingHandler(RestJson.answering(this::deleteThing), false);
        router.post("/thing-types/:type").blockingHandler(RestJson.answering(this::createThingType), false);
        router.get("/thing-types/:type").blockingHandler(RestJson.answering(this::describeThingType), false);
        router.get("/endpoint").handler(RestJson.answering(RegistryApi::describeEndpoint));
    }

    private record AttributePayload(Map<String, String> attributes, boolean merge) {}

    private record CreateThing(String thingTypeName, String billingGroupName, AttributePayload attributePayload) {}

    private record UpdateThing(
            String thingTypeName, boolean removeThingType, Long expectedVersion, AttributePayload attributePayload) {}

    private record CreateThingType(JsonNode thingTypeProperties) {}

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
        AttributePayload payload = request.attributePayload();
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

    private Object createThingType(RoutingContext context) {
        JsonNode properties = RestJson.body(context, CreateThingType.class).thingTypeProperties();
        ThingType type = types.create(
                context.pathParam("type"), properties == null ? JsonNodeFactory.instance.objectNode() : properties);
        return RestJson.object(
                "thingTypeName", type.name(),
                "thingTypeArn", AwsNames.thingType(type.name()),
                "thingTypeId", type.id());
    }

    private Object describeThingType(RoutingContext context) {
        ThingType type = types.describe(context.pathParam("type"));
        return RestJson.object(
                "thingTypeName", type.name(),
                "thingTypeArn", AwsNames.thingType(type.name()),
                "thingTypeId", type.id(),
                "thingTypeProperties", type.properties(),
                "thingTypeMetadata",
                        RestJson.object(
                                "deprecated",
                                false,
                                "creationDate",
                                type.createdAt().getEpochSecond()));
    }

    private static Map<String, String> attributes(AttributePayload payload) {
        return payload == null ? null : payload.attributes();
    }
}
