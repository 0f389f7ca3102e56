package io.mainswatch.edge.thing;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks through an exception to what made it: Paho's and JSSE's own messages say little. */
final class Causes {

    private Causes() {}

    /** The first of the kind, the exception itself included. */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** Whatever says most. */
    static String words(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().toString();
    }
}
