package io.mainswatch.routecheck;

import io.mainswatch.routecheck.RouteSet.EndpointIn;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sent to {@code direct:} or {@code seda:} is received by a route of the same program, and the reverse; and
 * every Kamelet named is there. A program may itself send to names that it lists as entries.
 */
final class PairCheck implements RouteCheck {

    private static final Set<String> INNER = Set.of("direct", "seda");

    /** A name that is put together when the route is made, or for each message. */
    private static final Pattern NOT_KNOWN_YET = Pattern.compile("\\{\\{|\\$\\{");

    private final Set<String> entries;

    /** @param entries {@code scheme:name} of the endpoints that a program's own code sends to */
    PairCheck(Set<String> entries) {
        this.entries = entries;
    }

    @Override
    public Stream<Finding> check(RouteSet routes) {
        Set<String> received = keys(routes, true);
        Set<String> sent = keys(routes, false);
        Set<String> kamelets = routes.files().stream()
                .filter(RouteFile::isKamelet)
                .map(RouteFile::stem)
                .collect(Collectors.toSet());
        Stream<Finding> lonely = inner(routes)
                .filter(end -> !(end.isSource()
                        ? sent.contains(key(end)) || entries.contains(label(end))
                        : received.contains(key(end))))
                .map(end -> end.finding(
                        end.isSource()
                                ? "nothing sends to " + label(end) + ". Remove the route or send to it."
                                : "no route receives from " + label(end) + ". Correct the name or add the route."));
        Stream<Finding> missing = routes.endpoints()
                .filter(end -> end.scheme().equals("kamelet")
                        && !fixed(end).startsWith("source")
                        && !fixed(end).startsWith("sink"))
                .filter(end -> !kamelets.contains(fixed(end)))
                .map(end -> end.finding("there is no Kamelet " + fixed(end) + " in the folder of Kamelets."));
        return Stream.concat(lonely, missing);
    }

    private static Set<String> keys(RouteSet routes, boolean sources) {
        return inner(routes)
                .filter(end -> end.isSource() == sources)
                .map(PairCheck::key)
                .collect(Collectors.toSet());
    }

    private static Stream<EndpointIn> inner(RouteSet routes) {
        return routes.endpoints()
                .filter(end -> INNER.contains(end.scheme())
                        && !NOT_KNOWN_YET.matcher(end.name()).find());
    }

    private static String key(EndpointIn end) {
        return end.file().folder() + "/" + label(end);
    }

    private static String label(EndpointIn end) {
        return end.scheme() + ":" + end.name();
    }

    /** A Kamelet's name without the id of its instance. */
    private static String fixed(EndpointIn end) {
        return end.name().replaceFirst("/.*", "");
    }
}
