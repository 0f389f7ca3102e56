package io.mainswatch.localaws.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.presence.Connectivity;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.Thing;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of fleet indexing. There is one index, and it is always on. */
public final class SearchApi implements HttpApi {

    private static final String INDEX = "AWS_Things";
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 500;

    private final ThingIndex index;
    private final ThingRegistry things;
    private final Presence presence;

    public SearchApi(ThingIndex index, ThingRegistry things, Presence presence) {
        this.index = index;
        this.things = things;
        this.presence = presence;
    }

    @Override
    public String knows() {
        return "fleet indexing (SearchIndex, ListIndices, DescribeIndex, GetThingConnectivityData)";
    }

    @Override
    public void mount(Router router) {
        router.post("/indices/search").blockingHandler(RestJson.answering(this::search), false);
        router.get("/indices").handler(RestJson.answering(context -> Map.of("indexNames", List.of(INDEX))));
        router.get("/indices/:index").handler(RestJson.answering(SearchApi::describe));
        router.post("/things/:thing/connectivity-data").blockingHandler(RestJson.answering(this::connectivity), false);
    }

    private record Search(String indexName, String queryString, String nextToken, Long maxResults) {}

    private Object search(RoutingContext context) {
        Search request = RestJson.body(context, Search.class);
        checkIndex(Optional.ofNullable(request.indexName()).orElse(INDEX));
        if (request.queryString() == null || request.queryString().isBlank()) {
            throw AwsError.invalidRequest("queryString: must be given; * finds every thing");
        }
        Page page = Page.of(request.nextToken(), "maxResults", request.maxResults(), DEFAULT_PAGE, MAX_PAGE);
        List<IndexedThing> found =
                index.search(QueryParser.parse(request.queryString()), page.after(), page.size() + 1);
        return RestJson.object(
                "things",
                page.cut(found).stream().map(SearchApi::listed).toList(),
                "nextToken",
                page.next(found, indexed -> indexed.thing().name()));
    }

    private static Map<String, Object> listed(IndexedThing indexed) {
        Thing thing = indexed.thing();
        return RestJson.object(
                "thingName", thing.name(),
                "thingId", thing.id(),
                "thingTypeName", thing.type(),
                "thingGroupNames", indexed.groups(),
                "attributes", thing.attributes(),
                "shadow", indexed.shadow().map(ObjectNode::toString).orElse(null),
                "connectivity", listed(indexed.connectivity()));
    }

    /** A thing that never connected is not connected, and there is no more to say of it. */
    private static Map<String, Object> listed(Optional<Connectivity> connectivity) {
        return RestJson.object(
                "connected", connectivity.filter(Connectivity::connected).isPresent(),
                "timestamp", connectivity.map(last -> last.at().toEpochMilli()).orElse(null),
                "disconnectReason",
                        connectivity
                                .flatMap(Connectivity::reason)
                                .map(Enum::name)
                                .orElse(null));
    }

    private Object connectivity(RoutingContext context) {
        String thing = things.describe(context.pathParam("thing")).name();
        Optional<Connectivity> last = presence.connectivity(thing);
        Map<String, Object> answer = listed(last);
        answer.put("thingName", thing);
        // Seconds here, where the index has milliseconds.
        answer.put(
                "timestamp",
                last.map(known -> known.at().toEpochMilli() / 1_000.0).orElse(null));
        return answer;
    }

    private static Object describe(RoutingContext context) {
        checkIndex(context.pathParam("index"));
        return RestJson.object(
                "indexName", INDEX,
                "indexStatus", "ACTIVE",
                "schema", "REGISTRY_AND_SHADOW_AND_CONNECTIVITY_STATUS");
    }

    private static void checkIndex(String name) {
        if (!name.equals(INDEX)) {
            throw AwsError.notFound("Index " + name + " does not exist; there is " + INDEX);
        }
    }
}
