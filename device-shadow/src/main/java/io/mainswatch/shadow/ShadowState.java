package io.mainswatch.shadow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a store knows of one shadow. */
public sealed interface ShadowState {

    /** A deleted shadow that is created again within this time goes on counting versions (AWS: 48 hours). */
    Duration TOMBSTONE_LIFE = Duration.ofHours(48);

    /** The version an update must name if it names one; 0 for a shadow that never was. */
    long version();

    /** The document, if there is one. */
    default Optional<ShadowDocument> document() {
        return Optional.empty();
    }

    /** What is left of the state at that time: a tombstone older than {@link #TOMBSTONE_LIFE} is no more. */
    default ShadowState asOf(Instant now) {
        return this;
    }

    /** No shadow, and none within the last {@link #TOMBSTONE_LIFE}. A store need not keep it. */
    record Never() implements ShadowState {
        @Override
        public long version() {
            return 0;
        }
    }

    /** A shadow, perhaps an empty one. */
    record Live(ShadowDocument current) implements ShadowState {
        @Override
        public long version() {
            return current.version();
        }

        @Override
        public Optional<ShadowDocument> document() {
            return Optional.of(current);
        }
    }

    /**
     * The tombstone of a deleted shadow.
     *
     * @param version the version that the deletion took
     * @param at when it was deleted, to the second
     */
    record Deleted(long version, Instant at) implements ShadowState {

        public Deleted {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public ShadowState asOf(Instant now) {
            return now.truncatedTo(ChronoUnit.SECONDS).isAfter(at.plus(TOMBSTONE_LIFE)) ? new Never() : this;
        }
    }
}
