package io.mainswatch.cloud.shadow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a report says of an input.
 *
 * @param at when it last changed, by the device's clock
 * @param age time from the change to the sending of the report by a clock that cannot jump; empty in a later boot
 * @param synced whether the device's clock was set when it stamped {@code at}
 * @param dips changes since the event before that are only counted
 * @param flutter whether the line changes so often that its changes are only counted from this one on
 */
public record InputState(Level level, Instant at, Optional<Duration> age, boolean synced, int dips, boolean flutter) {

    /** Whether both speak of the same change. The age grows with each report of it. */
    public boolean isSameChangeAs(InputState other) {
        return level == other.level && at.equals(other.at) && dips == other.dips && flutter == other.flutter;
    }
}
