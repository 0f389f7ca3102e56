package io.mainswatch.localaws.search;

import java.util.List;

/** What a search asks of a thing. */
sealed interface Query {

    boolean matches(IndexedThing thing);

    /** Every thing. */
    record Everything() implements Query {
        @Override
        public boolean matches(IndexedThing thing) {
            return true;
        }
    }

    /** A field of the thing has a value for which the condition holds. */
    record Term(Field field, Condition condition) implements Query {
        @Override
        public boolean matches(IndexedThing thing) {
            return field.values().apply(thing).anyMatch(condition::holds);
        }
    }

    /** Each part matches. */
    record All(List<Query> parts) implements Query {
        @Override
        public boolean matches(IndexedThing thing) {
            return parts.stream().allMatch(part -> part.matches(thing));
        }
    }

    /** One part at least matches. */
    record Any(List<Query> parts) implements Query {
        @Override
        public boolean matches(IndexedThing thing) {
            return parts.stream().anyMatch(part -> part.matches(thing));
        }
    }

    /** The other does not match. */
    record Not(Query other) implements Query {
        @Override
        public boolean matches(IndexedThing thing) {
            return !other.matches(thing);
        }
    }
}
