package io.mainswatch.camel.aws2.iot.plane;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The items of all pages, one after another; a page is fetched when its first item is asked for.
 *
 * <p>Only the first page is fetched at once, so that a refusal by AWS fails the operation itself, where a route expects
 * it, and not the step that goes through the items.
 *
 * @param <R> a page
 */
final class ItemsOfPages<R> implements Iterator<Object> {

    private final Iterator<R> pages;
    private final Function<R, ? extends Iterable<?>> itemsOf;
    private Iterator<?> items;

    ItemsOfPages(Iterator<R> pages, Function<R, ? extends Iterable<?>> itemsOf) {
        this.pages = pages;
        this.itemsOf = itemsOf;
        this.items = itemsOf.apply(pages.next()).iterator();
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
            items = itemsOf.apply(pages.next()).iterator();
        }
        return items.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no item after the last page");
        }
        return items.next();
    }
}
