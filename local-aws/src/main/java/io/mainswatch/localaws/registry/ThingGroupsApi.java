package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The calls about thing groups. */
public final class ThingGroupsApi implements HttpApi {

    private static final int MAX_PAGE = 250;
    private static final int DEFAULT_PAGE = 25;

    private final ThingGroups groups;
    private final ThingRegistry things;

    public ThingGroupsApi(ThingGroups groups, ThingRegistry things) {
        this.groups = groups;
        this.things = things;
    }

    @Override
    public String knows() {
        return "thing groups (CreateThingGroup, DescribeThingGroup, UpdateThingGroup, DeleteThingGroup,"
                + " ListThingGroups, AddThingToThingGroup, RemoveThingFromThingGroup, UpdateThingGroupsForThing,"
                + " ListThingsInThingGroup, ListThingGroupsForThing)";
    }

    @Override
    public void mount(Router router) {
        String group = "/thing-groups/:group";
        router.put("/thing-groups/addThingToThingGroup").blockingHandler(RestJson.answering(this::add), false);
        router.put("/thing-groups/removeThingFromThingGroup").blockingHandler(RestJson.answering(this::remove), false);
        router.put("/thing-groups/updateThingGroupsForThing").blockingHandler(RestJson.answering(this::move), false);
        router.get("/thing-groups").blockingHandler(RestJson.answering(this::list), false);
        router.post(group).blockingHandler(RestJson.answering(this::create), false);
        router.get(group).blockingHandler(RestJson.answering(this::describe), false);
        router.patch(group).blockingHandler(RestJson.answering(this::update), false);
        router.delete(group).blockingHandler(RestJson.answering(this::delete), false);
        router.get(group + "/things").blockingHandler(RestJson.answering(this::listThings), false);
        router.get("/things/:thing/thing-groups").blockingHandler(RestJson.answering(this::listGroupsOf), false);
    }

    private record Properties(String thingGroupDescription, AttributeChange attributePayload) {

        AttributeChange change() {
            return Optional.ofNullable(attributePayload).orElse(AttributeChange.NONE);
        }
    }

    private record CreateGroup(String parentGroupName, Properties thingGroupProperties) {}

    private record UpdateGroup(Properties thingGroupProperties, Long expectedVersion) {}

    private record Membership(String thingName, String thingArn, String thingGroupName, String thingGroupArn) {

        String thing() {
            return AwsNames.given("thingName", thingName, thingArn);
        }

        String group() {
            return AwsNames.given("thingGroupName", thingGroupName, thingGroupArn);
        }
    }

    private record Move(String thingName, List<String> thingGroupsToAdd, List<String> thingGroupsToRemove) {}

    private Object create(RoutingContext context) {
        CreateGroup request = RestJson.body(context, CreateGroup.class);
        Properties properties = given(request.thingGroupProperties());
        ThingGroup group = groups.create(
                context.pathParam("group"),
                request.parentGroupName(),
                properties.thingGroupDescription(),
                properties.change().initial());
        return RestJson.object(
                "thingGroupName", group.name(),
                "thingGroupArn", AwsNames.thingGroup(group.name()),
                "thingGroupId", group.id());
    }

    private Object describe(RoutingContext context) {
        ThingGroup group = groups.describe(context.pathParam("group"));
        List<String> above = groups.ancestors(group.name());
        Map<String, Object> properties = RestJson.object(
                "thingGroupDescription",
                group.description(),
                "attributePayload",
                RestJson.object("attributes", group.attributes()));
        Map<String, Object> metadata = RestJson.object(
                "parentGroupName",
                group.parent(),
                "rootToParentThingGroups",
                above.stream().map(ThingGroupsApi::nameAndArn).toList(),
                "creationDate",
                group.createdAt().getEpochSecond());
        return RestJson.object(
                "thingGroupName", group.name(),
                "thingGroupId", group.id(),
                "thingGroupArn", AwsNames.thingGroup(group.name()),
                "version", group.version(),
                "thingGroupProperties", properties,
                "thingGroupMetadata", metadata);
    }

    private Object update(RoutingContext context) {
        UpdateGroup request = RestJson.body(context, UpdateGroup.class);
        if (request.thingGroupProperties() == null) {
            throw AwsError.invalidRequest("thingGroupProperties: must be given");
        }
        Properties properties = request.thingGroupProperties();
        long version = groups.update(
                context.pathParam("group"),
                properties.thingGroupDescription(),
                properties.change(),
                request.expectedVersion());
        return RestJson.object("version", version);
    }

    private Object delete(RoutingContext context) {
        String expected = context.request().getParam("expectedVersion");
        groups.delete(context.pathParam("group"), expected == null ? null : Page.whole("expectedVersion", expected));
        return Map.of();
    }

    private Object list(RoutingContext context) {
        Page page = page(context);
        List<String> found = groups.list(
                context.request().getParam("parentGroup"),
                // All levels unless told otherwise: the command line's option is "--no-recursive".
                !"false".equals(context.request().getParam("recursive")),
                Optional.ofNullable(context.request().getParam("namePrefixFilter"))
                        .orElse(""),
                page.after(),
                page.size() + 1);
        return groupPage(page, found);
    }

    private Object listThings(RoutingContext context) {
        Page page = page(context);
        boolean deep = Boolean.parseBoolean(context.request().getParam("recursive"));
        List<String> found = groups.things(context.pathParam("group"), deep, page.after(), page.size() + 1);
        return RestJson.object("things", page.cut(found), "nextToken", page.next(found, Function.identity()));
    }

    private Object listGroupsOf(RoutingContext context) {
        Page page = page(context);
        String thing = things.describe(context.pathParam("thing")).name();
        return groupPage(page, groups.groupsOf(thing, page.after(), page.size() + 1));
    }

    private Object add(RoutingContext context) {
        Membership wanted = RestJson.body(context, Membership.class);
        groups.add(wanted.thing(), wanted.group());
        return Map.of();
    }

    private Object remove(RoutingContext context) {
        Membership unwanted = RestJson.body(context, Membership.class);
        groups.remove(unwanted.thing(), unwanted.group());
        return Map.of();
    }

    /** As one change, so that a thing can change its place in a hierarchy. */
    private Object move(RoutingContext context) {
        Move request = RestJson.body(context, Move.class);
        String thing = AwsNames.given("thingName", request.thingName(), null);
        groups.move(
                thing,
                Optional.ofNullable(request.thingGroupsToRemove()).orElse(List.of()),
                Optional.ofNullable(request.thingGroupsToAdd()).orElse(List.of()));
        return Map.of();
    }

    private static Properties given(Properties properties) {
        return Optional.ofNullable(properties).orElse(new Properties(null, null));
    }

    private static Page page(RoutingContext context) {
        return Page.of(context, "maxResults", DEFAULT_PAGE, MAX_PAGE);
    }

    private static Object groupPage(Page page, List<String> found) {
        return RestJson.object(
                "thingGroups",
                page.cut(found).stream().map(ThingGroupsApi::nameAndArn).toList(),
                "nextToken",
                page.next(found, Function.identity()));
    }

    private static Map<String, Object> nameAndArn(String group) {
        return RestJson.object("groupName", group, "groupArn", AwsNames.thingGroup(group));
    }
}
