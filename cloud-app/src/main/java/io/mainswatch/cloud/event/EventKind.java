package io.mainswatch.cloud.event;

import io.mainswatch.cloud.shadow.Level;
import io.mainswatch.cloud.shadow.Report;
import java.util.Optional;

/** What happened, in the words of the database and the metrics. */
public enum EventKind {
    /** The first that is known of an input. */
    FIRST_REPORT,
    POWER_LOST,
    POWER_RESTORED,
    /** An input other than the power changed. */
    INPUT_CHANGED;

    /**
     * The kind of a report. Each device event is a change, so the new level alone decides: "off" after "off" is a loss whose
     * restoration was missed.
     *
     * @param before the level of the input before; empty if nothing is known
     */
    static EventKind of(Report report, Optional<Level> before) {
        if (before.isEmpty()) {
            return FIRST_REPORT;
        }
        if (!report.event().isPower()) {
            return INPUT_CHANGED;
        }
        return report.state().level() == Level.OFF ? POWER_LOST : POWER_RESTORED;
    }
}
