package io.mainswatch.routecheck;

import io.mainswatch.routecheck.RouteFile.Place;
import java.util.List;
import java.util.stream.Stream;

/** All route and Kamelet files that are checked together. */
record RouteSet(List<RouteFile> files) {

    /** A route: the object below {@code route:}, in a file's list or in a Kamelet's template. */
    record RouteIn(RouteFile file, Place route) {

        String id() {
            return route.value().path("id").asText("");
        }
    }

    /** Every place that names an endpoint by {@code uri}, with its file. */
    record EndpointIn(RouteFile file, Place owner) {

        String uri() {
            return owner.value().path("uri").asText();
        }

        String scheme() {
            return uri().replaceFirst("[:?].*", "");
        }

        /** The name behind {@code direct:}, {@code seda:} or {@code kamelet:}, wherever it is written. */
        String name() {
            String uri = uri();
            int start = uri.indexOf(':');
            String fromUri = start < 0 ? "" : uri.substring(start + 1).replaceFirst("^//", "");
            String option = scheme().equals("kamelet") ? "templateId" : "name";
            return fromUri.isEmpty()
                    ? owner.value().path("parameters").path(option).asText("")
                    : fromUri;
        }

        boolean isSource() {
            return owner.pointer().endsWith("/from");
        }

        Finding finding(String what) {
            return file.at(owner.child("uri"), what);
        }
    }

    Stream<RouteIn> routes() {
        return files.stream()
                .flatMap(file -> file.places()
                        .filter(place -> place.pointer().endsWith("/route")
                                && place.value().has("from"))
                        .map(place -> new RouteIn(file, place)));
    }

    Stream<EndpointIn> endpoints() {
        return files.stream()
                .flatMap(file -> file.places()
                        .filter(place -> place.value().path("uri").isTextual())
                        .map(place -> new EndpointIn(file, place)));
    }
}
