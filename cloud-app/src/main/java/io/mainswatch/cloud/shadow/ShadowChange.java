package io.mainswatch.cloud.shadow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A shadow document that has passed all checks.
 *
 * @param version version of the shadow after the update
 * @param timestamp when AWS took the update, to the second
 * @param reported the reported state as JSON, or null if there is none
 * @param metadata the times of the reported state as JSON, or null if there are none
 * @param current the report that stands in it; empty if the document is not about inputs of ours
 * @param previousEvent the device event that stood in it before
 * @param previousState what was reported before of the input that {@code current} is about
 */
public record ShadowChange(
        String thing,
        long version,
        Instant timestamp,
        String reported,
        String metadata,
        Optional<Report> current,
        Optional<DeviceEvent> previousEvent,
        Optional<InputState> previousState) {

    /**
     * Whether a device event happened that was not there before: a heartbeat repeats the last one, and updates of desired
     * state and of other properties leave it alone.
     */
    public boolean hasNews() {
        return current.isPresent() && !isEventOf(current.get()) && !isStateOf(current.get());
    }

    /** The report; only a document with news has one for sure. */
    public Report report() {
        return current.orElseThrow();
    }

    /** The timestamp as the database driver takes it. */
    public OffsetDateTime documentAt() {
        return timestamp.atOffset(ZoneOffset.UTC);
    }

    private boolean isEventOf(Report report) {
        return previousEvent
                .filter(event -> event.boot().equals(report.event().boot())
                        && event.seq() == report.event().seq())
                .isPresent();
    }

    private boolean isStateOf(Report report) {
        return previousState.filter(report.state()::isSameChangeAs).isPresent();
    }
}
