package io.mainswatch.edge.report;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Event;
import io.mainswatch.edge.journal.Health;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Builds {@code state.reported}, member by member, at the moment of sending: ages count up to then. A member that is null
 * takes what an earlier report said out of the shadow.
 */
final class ReportedState {

    /** The year 2100: a clock that is further ahead has lost the time, and the cloud takes none beyond it. */
    private static final long LATEST = 4_102_444_800_000L;

    private final Map<String, Object> reported = new LinkedHashMap<>();
    private final DeviceClock clock;
    private final PropertyNames properties;

    ReportedState(DeviceClock clock, PropertyNames properties) {
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * The input's level, when and how it last changed, and which property holds it if not the usual one.
     *
     * @param introduced whether to remove what the shadow may have of a property that was configured earlier
     */
    ReportedState input(Change change, boolean introduced) {
        Moment at = clock.known(change.at());
        OptionalLong age = clock.age(at);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("at", Math.min(at.wall(), LATEST));
        details.put("age", age.isPresent() ? age.getAsLong() : null);
        details.put("clock", at.synced() ? "synced" : "unsynced");
        details.put("dips", change.dips());
        details.put("flutter", change.flutter() ? true : null);
        if (properties.isUnusual(change.input())) {
            details.put("property", properties.of(change.input()));
        } else if (introduced) {
            details.put("property", null);
        }
        reported.put(properties.of(change.input()), change.level().word());
        reported.put(change.input(), details);
        return this;
    }

    /** The journal event that this report carries. */
    ReportedState event(Event event) {
        Change change = event.change();
        Map<String, Object> carried = new LinkedHashMap<>();
        carried.put("seq", event.seq());
        carried.put("boot", change.at().boot());
        carried.put("input", change.input());
        carried.put("merged", event.merged() == 0 ? null : event.merged());
        reported.put("event", carried);
        return this;
    }

    ReportedState device(Device device) {
        reported.put("device", device.asReported(clock));
        return this;
    }

    /** What is wrong with the journal's disk, if anything is. */
    ReportedState journal(Health health) {
        reported.put("journal", health.word());
        return this;
    }

    /** The answer to {@code desired.report}. */
    ReportedState answering(String request) {
        reported.put("report", request);
        return this;
    }

    /** A member of another room, as it is now. */
    ReportedState and(String member, Object value) {
        reported.put(member, value);
        return this;
    }

    Map<String, Object> members() {
        return reported;
    }
}
