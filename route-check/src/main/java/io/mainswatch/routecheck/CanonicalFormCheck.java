package io.mainswatch.routecheck;

import io.mainswatch.routecheck.RouteFile.Place;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Routes are written in the explicit form that graphical editors read and write: options under {@code parameters},
 * endpoints and logs as objects, no top-level {@code from}, and no scripts inside routes.
 */
final class CanonicalFormCheck implements RouteCheck {

    private static final Set<String> OBJECTS = Set.of("to", "toD", "log", "wireTap", "setBody", "setHeader");
    private static final Set<String> SCRIPTS = Set.of("groovy", "joor", "java", "js", "python", "mvel", "ognl");

    @Override
    public Stream<Finding> check(RouteSet routes) {
        return routes.files().stream().flatMap(file -> file.places().flatMap(place -> check(file, place)));
    }

    private static Stream<Finding> check(RouteFile file, Place place) {
        String name = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
        String parent = place.pointer().substring(0, Math.max(0, place.pointer().lastIndexOf('/')));
        if (name.equals("uri")
                && place.value().isTextual()
                && place.value().asText().contains("?")) {
            return Stream.of(file.at(place, "write the options behind \"?\" as lines under \"parameters:\"."));
        }
        if (OBJECTS.contains(name) && place.value().isTextual() && !parent.contains("/parameters")) {
            return Stream.of(file.at(place, "write \"" + name + ":\" with its members on lines of their own."));
        }
        if (SCRIPTS.contains(name) && !parent.contains("/parameters")) {
            return Stream.of(file.at(place, "routes hold no scripts: name a bean instead of " + name + "."));
        }
        if (name.equals("from") && place.pointer().matches("/\\d+/from")) {
            return Stream.of(file.at(place, "put \"from:\" below \"- route:\", with an id and a description."));
        }
        return Stream.empty();
    }
}
