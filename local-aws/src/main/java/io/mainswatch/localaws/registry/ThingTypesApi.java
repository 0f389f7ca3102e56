package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.ThingTypes.ThingType;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about thing types. */
public final class ThingTypesApi implements HttpApi {

    private static final int MAX_PAGE = 250;
    private static final int DEFAULT_PAGE = 25;

    private final ThingTypes types;

    public ThingTypesApi(ThingTypes types) {
        this.types = types;
    }

    @Override
    public String knows() {
        return "thing types (CreateThingType, DescribeThingType, UpdateThingType, DeprecateThingType,"
                + " DeleteThingType, ListThingTypes)";
    }

    @Override
    public void mount(Router router) {
        String type = "/thing-types/:type";
        router.get("/thing-types").blockingHandler(RestJson.answering(this::list), false);
        router.post(type).blockingHandler(RestJson.answering(this::create), false);
        router.get(type).blockingHandler(RestJson.answering(this::describe), false);
        router.patch(type).blockingHandler(RestJson.answering(this::update), false);
        router.delete(type).blockingHandler(RestJson.answering(this::delete), false);
        router.post(type + "/deprecate").blockingHandler(RestJson.answering(this::deprecate), false);
    }

    private record Properties(JsonNode thingTypeProperties) {

        JsonNode given() {
            return Optional.ofNullable(thingTypeProperties).orElse(JsonNodeFactory.instance.objectNode());
        }
    }

    private record Deprecate(boolean undoDeprecate) {}

    private Object create(RoutingContext context) {
        ThingType type = types.create(
                context.pathParam("type"),
                RestJson.body(context, Properties.class).given());
        return RestJson.object(
                "thingTypeName", type.name(),
                "thingTypeArn", AwsNames.thingType(type.name()),
                "thingTypeId", type.id());
    }

    private Object describe(RoutingContext context) {
        ThingType type = types.describe(context.pathParam("type"));
        Map<String, Object> answer = listed(type);
        answer.put("thingTypeId", type.id());
        return answer;
    }

    private Object update(RoutingContext context) {
        types.update(
                context.pathParam("type"),
                RestJson.body(context, Properties.class).given());
        return Map.of();
    }

    private Object deprecate(RoutingContext context) {
        types.deprecate(
                context.pathParam("type"),
                !RestJson.body(context, Deprecate.class).undoDeprecate());
        return Map.of();
    }

    private Object delete(RoutingContext context) {
        types.delete(context.pathParam("type"));
        return Map.of();
    }

    private Object list(RoutingContext context) {
        Page page = Page.of(context, "maxResults", DEFAULT_PAGE, MAX_PAGE);
        List<ThingType> found = types.list(context.request().getParam("thingTypeName"), page.after(), page.size() + 1);
        return RestJson.object(
                "thingTypes",
                page.cut(found).stream().map(ThingTypesApi::listed).toList(),
                "nextToken",
                page.next(found, ThingType::name));
    }

    private static Map<String, Object> listed(ThingType type) {
        Map<String, Object> metadata = RestJson.object(
                "deprecated", type.deprecatedAt().isPresent(),
                "deprecationDate",
                        type.deprecatedAt().map(Instant::getEpochSecond).orElse(null),
                "creationDate", type.createdAt().getEpochSecond());
        return RestJson.object(
                "thingTypeName", type.name(),
                "thingTypeArn", AwsNames.thingType(type.name()),
                "thingTypeProperties", type.properties(),
                "thingTypeMetadata", metadata);
    }
}
