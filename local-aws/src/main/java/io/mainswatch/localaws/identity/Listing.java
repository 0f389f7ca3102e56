package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.Page;
import io.vertx.ext.web.RoutingContext;

/**
 * A page of a list in the order of creation, from either end.
 *
 * @param ascending whether the oldest comes first
 */
record Listing(Page page, boolean ascending) {

    private static final int MAX_PAGE = 250;
    private static final int DEFAULT_PAGE = 25;

    static Listing of(RoutingContext context) {
        return new Listing(
                marked(context), Boolean.parseBoolean(context.request().getParam("isAscendingOrder")));
    }

    /** The page of a call that has {@code pageSize} and {@code marker}. */
    static Page marked(RoutingContext context) {
        return Page.of(context, "pageSize", "marker", DEFAULT_PAGE, MAX_PAGE);
    }

    /** The page of a call that has {@code maxResults} and {@code nextToken}. */
    static Page tokened(RoutingContext context) {
        return Page.of(context, "maxResults", DEFAULT_PAGE, MAX_PAGE);
    }

    /** The number beyond which this page begins. */
    long after() {
        if (page.after().isEmpty()) {
            return ascending ? 0 : Long.MAX_VALUE;
        }
        return Page.whole("marker", page.after());
    }
}
