package io.mainswatch.cloud.event;

import io.mainswatch.cloud.shadow.InputState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an event happened, and how sure that is. */
public sealed interface EventTime {

    /** AWS stamps documents to the second; a clock that NTP keeps is as good. */
    Duration SECOND = Duration.ofSeconds(1);

    /** AWS cuts its stamps: a report stamped 14:02:11 was taken, on average, half a second later. */
    Duration HALF_A_SECOND = Duration.ofMillis(500);

    /** It happened at the instant, give or take the uncertainty. */
    record Known(Instant at, Duration uncertainty) implements EventTime {}

    /** No clock can be trusted: it happened between the two; nothing may be known of the earlier one. */
    record Unknown(Optional<Instant> earliest, Instant latest) implements EventTime {}

    /**
     * The first of these that can be had: when AWS took the report, less its age; the device's own time, if its clock was
     * set; else a span that ends with the report.
     *
     * @param taken when AWS took the report, cut to the second
     * @param lastKnown a time at which something earlier is known to have happened
     */
    static EventTime of(InputState state, Instant taken, Optional<Instant> lastKnown) {
        if (state.age().isPresent()) {
            return new Known(taken.plus(HALF_A_SECOND).minus(state.age().get()), SECOND);
        }
        if (state.synced()) {
            return new Known(state.at(), SECOND);
        }
        return new Unknown(lastKnown, taken);
    }
}
