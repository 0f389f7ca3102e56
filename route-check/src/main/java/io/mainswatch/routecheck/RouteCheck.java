package io.mainswatch.routecheck;

import java.util.stream.Stream;

/** One rule about route files. */
interface RouteCheck {

    /** Everything that breaks the rule; a rule never throws because of what stands in a file. */
    Stream<Finding> check(RouteSet routes);
}
