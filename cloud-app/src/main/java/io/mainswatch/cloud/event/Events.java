package io.mainswatch.cloud.event;

import io.mainswatch.cloud.shadow.InputState;
import io.mainswatch.cloud.shadow.Level;
import io.mainswatch.cloud.shadow.Report;
import io.mainswatch.cloud.shadow.ShadowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Bean {@code events}: says what the news in a document means. */
public final class Events {

    /**
     * The event that the document tells of.
     *
     * @param change a document with news
     * @param history the row of {@code history-of-input.sql}
     */
    public Event of(ShadowChange change, Map<String, Object> history) {
        return of(change, History.of(history));
    }

    Event of(ShadowChange change, History history) {
        Report report = change.report();
        Optional<Level> before = change.previousState().map(InputState::level).or(history::level);
        EventKind kind = EventKind.of(report, before);
        EventTime time = EventTime.of(report.state(), change.timestamp(), history.lastKnown());
        long missing = history.missingBefore(report.event());
        Optional<Duration> outage = kind == EventKind.POWER_RESTORED
                        && missing == 0
                        && report.event().merged() == 0
                ? history.level().filter(level -> level == Level.OFF).flatMap(off -> outage(history, time))
                : Optional.empty();
        return new Event(change.thing(), kind, report, time, missing, outage);
    }

    private static Optional<Duration> outage(History history, EventTime end) {
        if (!(end instanceof EventTime.Known known)) {
            return Optional.empty();
        }
        Optional<Instant> start = history.levelSince();
        return start.map(since -> Duration.between(since, known.at())).filter(length -> !length.isNegative());
    }
}
