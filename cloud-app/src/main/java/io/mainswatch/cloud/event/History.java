package io.mainswatch.cloud.event;

import io.mainswatch.cloud.shadow.DeviceEvent;
import io.mainswatch.cloud.shadow.Level;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the database knows of the time before an event.
 *
 * @param lastSeq number of the device's last event before it
 * @param lastKnown when that event happened, or after which time
 * @param level level of the input before it
 * @param levelSince since when the input had that level
 */
record History(
        Optional<Long> lastSeq, Optional<Instant> lastKnown, Optional<Level> level, Optional<Instant> levelSince) {

    /** Reads the row of {@code history-of-input.sql}, where what is not known is null. */
    static History of(Map<String, Object> row) {
        return new History(
                Optional.ofNullable((Long) row.get("last_seq")),
                instant(row.get("last_known")),
                Optional.ofNullable((String) row.get("level")).flatMap(Level::of),
                instant(row.get("occurred_at")));
    }

    /** How many events of the device are missing between the last known one and this; those it has merged are not. */
    long missingBefore(DeviceEvent event) {
        return lastSeq.map(last -> Math.max(0, event.seq() - last - 1 - event.merged()))
                .orElse(0L);
    }

    private static Optional<Instant> instant(Object column) {
        return Optional.ofNullable((Timestamp) column).map(Timestamp::toInstant);
    }
}
