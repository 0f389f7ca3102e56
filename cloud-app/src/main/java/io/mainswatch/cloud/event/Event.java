package io.mainswatch.cloud.event;

import io.mainswatch.cloud.shadow.DeviceEvent;
import io.mainswatch.cloud.shadow.Level;
import io.mainswatch.cloud.shadow.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A device event with its meaning, as it goes to the database; what is unknown is null there.
 *
 * @param missing how many events of the device just before this one never arrived
 * @param outage how long the power was off, if this ends an outage whose both ends are known
 */
public record Event(
        String thing, EventKind kind, Report report, EventTime time, long missing, Optional<Duration> outage) {

    /** Whether owners are told: of everything but a first report that finds the power on, or of another input. */
    public boolean tellsOwners() {
        return kind != EventKind.FIRST_REPORT || (deviceEvent().isPower() && level() == Level.OFF);
    }

    public String boot() {
        return deviceEvent().boot();
    }

    public long seq() {
        return deviceEvent().seq();
    }

    public String input() {
        return deviceEvent().input();
    }

    public Level level() {
        return report.state().level();
    }

    public int dips() {
        return report.state().dips();
    }

    public OffsetDateTime occurredAt() {
        return time instanceof EventTime.Known known ? column(known.at()) : null;
    }

    public Long uncertaintyMs() {
        return time instanceof EventTime.Known known ? known.uncertainty().toMillis() : null;
    }

    public OffsetDateTime earliest() {
        return time instanceof EventTime.Unknown unknown
                ? unknown.earliest().map(Event::column).orElse(null)
                : null;
    }

    public OffsetDateTime latest() {
        return time instanceof EventTime.Unknown unknown ? column(unknown.latest()) : null;
    }

    public Long outageMs() {
        return outage.map(Duration::toMillis).orElse(null);
    }

    private DeviceEvent deviceEvent() {
        return report.event();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
