package io.mainswatch.cloud.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.cloud.shadow.DeviceEvent;
import io.mainswatch.cloud.shadow.InputState;
import io.mainswatch.cloud.shadow.Level;
import io.mainswatch.cloud.shadow.Report;
import io.mainswatch.cloud.shadow.ShadowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final Instant TAKEN = Instant.parse("2025-11-23T13:47:03Z");

    /** The middle of the second in which the report was taken, less its age. */
    private static final Instant HAPPENED = TAKEN.plusMillis(500).minusMillis(180);

    private static final Instant DEVICE = Instant.parse("2025-11-23T13:40:00Z");
    private static final History NOTHING_KNOWN =
            new History(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Events events = new Events();

    @Test
    void theFirstReportOfAnInputTellsOwnersOnlyIfThePowerIsOff() {
        Event on = event(change("power", Level.ON, Optional.empty()), NOTHING_KNOWN);
        Event off = event(change("power", Level.OFF, Optional.empty()), NOTHING_KNOWN);
        Event door = event(change("door", Level.OFF, Optional.empty()), NOTHING_KNOWN);

        assertThat(on.kind()).isEqualTo(EventKind.FIRST_REPORT);
        assertThat(on.tellsOwners()).isFalse();
        assertThat(off.kind()).isEqualTo(EventKind.FIRST_REPORT);
        assertThat(off.tellsOwners()).isTrue();
        assertThat(door.tellsOwners()).isFalse();
    }

    @Test
    void aChangeOfThePowerIsALossOrARestoration() {
        assertThat(event(change("power", Level.OFF, Optional.of(Level.ON)), NOTHING_KNOWN))
                .returns(EventKind.POWER_LOST, Event::kind)
                .returns(true, Event::tellsOwners);
        assertThat(event(change("power", Level.ON, Optional.of(Level.OFF)), NOTHING_KNOWN))
                .returns(EventKind.POWER_RESTORED, Event::kind)
                .returns(true, Event::tellsOwners);
    }

    @Test
    void aSecondLossInARowIsALossWhoseRestorationWasMissed() {
        Event event = event(
                change("power", Level.OFF, Optional.of(Level.OFF)),
                history(39, Level.OFF, Instant.parse("2025-11-23T10:00:00Z")));

        assertThat(event.kind()).isEqualTo(EventKind.POWER_LOST);
        assertThat(event.missing()).isEqualTo(2);
    }

    @Test
    void aChangeOfAnotherInputIsToldAsSuch() {
        assertThat(event(change("door", Level.ON, Optional.of(Level.OFF)), NOTHING_KNOWN))
                .returns(EventKind.INPUT_CHANGED, Event::kind)
                .returns(true, Event::tellsOwners);
    }

    @Test
    void whatTheDatabaseKnowsCountsWhenTheDocumentHasNoPrevious() {
        Event event =
                event(change("power", Level.ON, Optional.empty()), history(41, Level.OFF, TAKEN.minusSeconds(60)));

        assertThat(event.kind()).isEqualTo(EventKind.POWER_RESTORED);
    }

    @Test
    void aRestorationSaysHowLongThePowerWasOff() {
        Event event = event(
                change("power", Level.ON, Optional.of(Level.OFF)), history(41, Level.OFF, HAPPENED.minusSeconds(125)));

        assertThat(event.missing()).isZero();
        assertThat(event.outage()).contains(Duration.ofSeconds(125));
    }

    @Test
    void theLengthOfAnOutageIsUnknownWhenAnEventIsMissingOrATimeIs() {
        Instant lost = TAKEN.minusSeconds(125);
        ShadowChange restored = change("power", Level.ON, Optional.of(Level.OFF));

        assertThat(event(restored, history(40, Level.OFF, lost)).outage()).isEmpty();
        assertThat(event(restored, history(41, Level.ON, lost)).outage()).isEmpty();
        assertThat(event(restored, history(41, Level.OFF, null)).outage()).isEmpty();
        assertThat(event(restored, history(41, Level.OFF, TAKEN.plusSeconds(5))).outage())
                .isEmpty();
        assertThat(event(
                                change("power", Level.ON, Optional.of(Level.OFF), Optional.empty(), false),
                                history(41, Level.OFF, lost))
                        .outage())
                .isEmpty();
    }

    @Test
    void missingEventsAreCountedFromTheLastOneThatIsKnown() {
        ShadowChange change = change("power", Level.OFF, Optional.of(Level.ON));

        assertThat(event(change, NOTHING_KNOWN).missing()).isZero();
        assertThat(event(change, history(41, Level.ON, TAKEN)).missing()).isZero();
        assertThat(event(change, history(30, Level.ON, TAKEN)).missing()).isEqualTo(11);
    }

    @Test
    void whatTheDeviceHasMergedIsNotMissingButMakesTheLengthOfAnOutageUnknown() {
        Optional<Duration> age = Optional.of(Duration.ofMillis(180));
        ShadowChange change = change("power", Level.ON, Optional.of(Level.OFF), age, true, 10);

        assertThat(event(change, history(31, Level.OFF, TAKEN.minusSeconds(125))))
                .returns(0L, Event::missing)
                .returns(Optional.empty(), Event::outage);
        assertThat(event(change, history(30, Level.OFF, TAKEN)).missing()).isEqualTo(1);
        assertThat(event(change, history(41, Level.OFF, TAKEN)).missing()).isZero();
    }

    @Test
    void theTimeIsTheReportsLessItsAge() {
        Event event = event(change("power", Level.OFF, Optional.of(Level.ON)), NOTHING_KNOWN);

        assertThat(event.time()).isEqualTo(new EventTime.Known(HAPPENED, Duration.ofSeconds(1)));
        assertThat(event.uncertaintyMs()).isEqualTo(1000);
        assertThat(event.latest()).isNull();
    }

    @Test
    void withoutAnAgeASetClockIsBelieved() {
        ShadowChange change = change("power", Level.OFF, Optional.of(Level.ON), Optional.empty(), true);

        assertThat(event(change, NOTHING_KNOWN).time()).isEqualTo(new EventTime.Known(DEVICE, Duration.ofSeconds(1)));
    }

    @Test
    void withoutAgeAndClockTheTimeLiesBetweenTheLastKnownOneAndTheReport() {
        ShadowChange change = change("power", Level.OFF, Optional.of(Level.ON), Optional.empty(), false);
        Instant last = Instant.parse("2025-11-23T09:00:00Z");

        assertThat(event(change, history(41, Level.ON, last)).time())
                .isEqualTo(new EventTime.Unknown(Optional.of(last), TAKEN));
        Event first = event(change, NOTHING_KNOWN);
        assertThat(first.time()).isEqualTo(new EventTime.Unknown(Optional.empty(), TAKEN));
        assertThat(first.occurredAt()).isNull();
        assertThat(first.earliest()).isNull();
        assertThat(first.latest().toInstant()).isEqualTo(TAKEN);
    }

    private Event event(ShadowChange change, History history) {
        return events.of(change, history);
    }

    private static History history(long lastSeq, Level level, Instant since) {
        return new History(
                Optional.of(lastSeq), Optional.ofNullable(since), Optional.of(level), Optional.ofNullable(since));
    }

    private static ShadowChange change(String input, Level level, Optional<Level> before) {
        return change(input, level, before, Optional.of(Duration.ofMillis(180)), true);
    }

    private static ShadowChange change(
            String input, Level level, Optional<Level> before, Optional<Duration> age, boolean synced) {
        return change(input, level, before, age, synced, 0);
    }

    private static ShadowChange change(
            String input, Level level, Optional<Level> before, Optional<Duration> age, boolean synced, long merged) {
        Report report = new Report(
                new DeviceEvent("6f1c2a9e", 42, input, merged), new InputState(level, DEVICE, age, synced, 0, false));
        return new ShadowChange(
                "cabin",
                7,
                TAKEN,
                "{}",
                "{}",
                Optional.of(report),
                Optional.of(new DeviceEvent("6f1c2a9e", 41, input, 0)),
                before.map(old -> new InputState(old, Instant.EPOCH, Optional.empty(), true, 0, false)));
    }
}
