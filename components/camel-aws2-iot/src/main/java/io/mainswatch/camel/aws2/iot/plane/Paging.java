package io.mainswatch.camel.aws2.iot.plane;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How all pages of a list operation are gone through.
 *
 * @param pages the pages from the one that a request asks for to the last, each fetched when it is asked for
 * @param items what a page lists
 * @param <C> the SDK client
 * @param <Q> the request
 * @param <R> the response: a page
 */
record Paging<C, Q, R>(BiFunction<C, Q, ? extends Iterable<R>> pages, Function<R, ? extends Iterable<?>> items) {

    ItemsOfPages<R> send(C client, Q request) {
        return new ItemsOfPages<>(pages.apply(client, request).iterator(), items);
    }

    /**
     * Pages of an operation that the SDK has no paginator for.
     *
     * @param sending sends a request for one page
     * @param nextToken the token of the page after a page; null or empty after the last
     * @param withToken a request for the page that a token names
     */
    static <C, Q, R> BiFunction<C, Q, Iterable<R>> byToken(
            BiFunction<C, Q, R> sending, Function<R, String> nextToken, BiFunction<Q, String, Q> withToken) {
        return (client, first) -> () -> new Iterator<>() {
            private Q next = first;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public R next() {
                if (next == null) {
                    throw new NoSuchElementException("There is no page after the last");
                }
                R page = sending.apply(client, next);
                String token = nextToken.apply(page);
                next = token == null || token.isEmpty() ? null : withToken.apply(first, token);
                return page;
            }
        };
    }
}
