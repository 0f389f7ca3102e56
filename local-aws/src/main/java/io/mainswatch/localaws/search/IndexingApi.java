package io.mainswatch.localaws.search;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;

/**
 * The calls that switch fleet indexing on, which programs for AWS must make first. Here the index is always on, with all
 * that it can have: so they may ask for that or for less, but not for more, and not for none.
 */
public final class IndexingApi implements HttpApi {

    private static final String PATH = "/indexing/config";
    private static final String OFF = "OFF";

    @Override
    public String knows() {
        return "indexing (UpdateIndexingConfiguration, GetIndexingConfiguration)";
    }

    @Override
    public void mount(Router router) {
        router.post(PATH).handler(RestJson.answering(IndexingApi::update));
        router.get(PATH).handler(RestJson.answering(context -> describe()));
    }

    private record Things(
            String thingIndexingMode,
            String thingConnectivityIndexingMode,
            String deviceDefenderIndexingMode,
            String namedShadowIndexingMode) {

        void check() {
            require("thingIndexingMode", thingIndexingMode, Set.of("REGISTRY", "REGISTRY_AND_SHADOW"));
            allow("thingConnectivityIndexingMode", thingConnectivityIndexingMode, Set.of("STATUS", OFF));
            allow("deviceDefenderIndexingMode", deviceDefenderIndexingMode, Set.of(OFF));
            allow("namedShadowIndexingMode", namedShadowIndexingMode, Set.of(OFF));
        }
    }

    private record Groups(String thingGroupIndexingMode) {

        void check() {
            require("thingGroupIndexingMode", thingGroupIndexingMode, Set.of(OFF));
        }
    }

    private record Update(Things thingIndexingConfiguration, Groups thingGroupIndexingConfiguration) {}

    private static Object update(RoutingContext context) {
        Update wanted = RestJson.body(context, Update.class);
        if (wanted.thingIndexingConfiguration() != null) {
            wanted.thingIndexingConfiguration().check();
        }
        if (wanted.thingGroupIndexingConfiguration() != null) {
            wanted.thingGroupIndexingConfiguration().check();
        }
        return Map.of();
    }

    private static Object describe() {
        return Map.of(
                "thingIndexingConfiguration",
                new Things("REGISTRY_AND_SHADOW", "STATUS", OFF, OFF),
                "thingGroupIndexingConfiguration",
                new Groups(OFF));
    }

    private static void allow(String member, String mode, Set<String> modes) {
        if (mode != null) {
            require(member, mode, modes);
        }
    }

    private static void require(String member, String mode, Set<String> modes) {
        if (mode == null || !modes.contains(mode)) {
            throw AwsError.invalidRequest(member + " " + mode + ": local-aws offers "
                    + String.join(" and ", modes.stream().sorted().toList()));
        }
    }
}
