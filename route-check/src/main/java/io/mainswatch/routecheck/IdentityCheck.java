package io.mainswatch.routecheck;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files tell an operator what they are: a comment first, one route a file with the file's name as its id, a
 * description, and ids that stand nowhere else in the same program.
 */
final class IdentityCheck implements RouteCheck {

    @Override
    public Stream<Finding> check(RouteSet routes) {
        return Stream.of(comments(routes), names(routes), counts(routes), ids(routes))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> comments(RouteSet routes) {
        return routes.files().stream()
                .filter(file -> !file.text().startsWith("#"))
                .map(file -> new Finding(file.path(), 1, "must begin with a comment (#) that says what it is for."));
    }

    private static Stream<Finding> names(RouteSet routes) {
        return routes.routes().filter(in -> !in.file().isKamelet()).flatMap(in -> {
            Stream.Builder<Finding> findings = Stream.builder();
            if (!in.id().equals(in.file().stem())) {
                findings.add(in.file()
                        .at(
                                in.route(),
                                "the route's id must be the file's name: write \"id: "
                                        + in.file().stem() + "\" or rename the file."));
            }
            if (in.route().value().path("description").asText("").isBlank()) {
                findings.add(in.file().at(in.route(), "the route needs a description: a sentence for the operator."));
            }
            return findings.build();
        });
    }

    private static Stream<Finding> counts(RouteSet routes) {
        return routes.files().stream()
                .filter(file -> routes.routes().filter(in -> in.file() == file).count() > 1)
                .map(file -> new Finding(file.path(), 0, "holds several routes; put each into a file of its own."));
    }

    private static Stream<Finding> ids(RouteSet routes) {
        Map<String, Finding> first = new HashMap<>();
        return routes.files().stream()
                .flatMap(file -> file.places()
                        .filter(place ->
                                place.pointer().endsWith("/id") && place.value().isTextual())
                        .filter(place -> !place.pointer().contains("/parameters/"))
                        .flatMap(place -> {
                            String id = place.value().asText();
                            Finding here = file.at(place, "");
                            Finding other = first.putIfAbsent(file.folder() + "/" + id, here);
                            return other == null
                                    ? Stream.empty()
                                    : Stream.of(new Finding(
                                            file.path(),
                                            here.line(),
                                            "the id " + id + " stands also at " + other.file() + ":" + other.line()
                                                    + ". Give one of them another."));
                        }));
    }
}
