package io.mainswatch.localaws.faults;

import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.Map;

/**
 * Of lifecycle events, which AWS promises neither once, nor in order, nor with an exact time (developer guide, "Lifecycle
 * events").
 */
public sealed interface PresenceFault extends Fault {

    /** The event comes twice. */
    record Duplicate() implements PresenceFault {}

    /**
     * The event comes after the next one of its client.
     *
     * @param atMost it does not wait longer for that next one
     */
    record Reorder(Duration atMost) implements PresenceFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("delay", Durations.format(atMost));
        }
    }

    /** The event comes late. */
    record Delay(Duration delay) implements PresenceFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("delay", Durations.format(delay));
        }
    }

    /** The event never comes. */
    record Drop() implements PresenceFault {}

    /**
     * The event's time stamp is off.
     *
     * @param skew to add to it, from -2 to 2 minutes
     */
    record Skew(Duration skew) implements PresenceFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("skew", Durations.format(skew));
        }
    }
}
