package io.mainswatch.edge.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.line.HeldLevels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a level that has held to the document that is sent, while the device's clock is wrong, is set, jumps, or the
 * device starts anew. Time itself passes evenly; what the device thinks of it is what a test says.
 */
class TruthAboutTimeTest {

    private static final Instant NOON = Instant.parse("2025-11-23T12:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    /** What the time really is. */
    private Instant now = NOON;

    private Instant booted = NOON.minusSeconds(60);
    private String boot = "6f1c2a9e";

    /** How far the device's clock is from that, and whether the kernel holds it for synchronised. */
    private Duration wrong = Duration.ZERO;

    private boolean synced = true;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(folder.resolve("journal.db"), InstantSource.system());
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
    }

    @Test
    void anEventMadeAt1970HasItsRightTimeOnceTheClockIsSet() {
        clockBeginsAt1970();
        Instant change = changeTo(GpioLevel.OFF);

        pass(Duration.ofMinutes(3));
        assertThat(power().path("clock").asText()).isEqualTo("unsynced");
        assertThat(power().path("at").asLong()).isLessThan(120_000);
        assertThat(power().path("age").asLong()).isEqualTo(182_000);

        clockIsSet();
        assertThat(power().path("clock").asText()).isEqualTo("synced");
        assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
        pass(Duration.ofDays(2));
        assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
        assertThat(power().path("age").asLong())
                .isEqualTo(Duration.between(change, now).toMillis());
    }

    @Test
    void anEventOfTheFirstSecondsOf1970IsNotBeforeThem() {
        booted = now.minusMillis(500);
        clockBeginsAt1970();
        changeTo(GpioLevel.OFF, Duration.ofMillis(1_500));

        assertThat(power().path("at").asLong()).isBetween(0L, 2_000L);
    }

    @Test
    void aClockThatJumpsForthAndBackChangesNoAgeAndNoTimeThatWasRight() {
        Instant change = changeTo(GpioLevel.OFF);
        for (Duration jump : new Duration[] {Duration.ofDays(400), Duration.ofDays(-4_000), Duration.ofHours(-1)}) {
            wrong = jump;
            synced = false;
            pass(Duration.ofMinutes(1));

            assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
            assertThat(power().path("clock").asText()).isEqualTo("synced");
            assertThat(power().path("age").asLong())
                    .isEqualTo(Duration.between(change, now).toMillis());
        }
    }

    @Test
    void anEventThatAJumpedClockHasDatedIsNotCalledRightAndIsMendedOnceItIs() {
        wrong = Duration.ofDays(-30);
        synced = false;
        Instant change = changeTo(GpioLevel.OFF);

        assertThat(power().path("clock").asText()).isEqualTo("unsynced");
        clockIsSet();
        pass(Duration.ofSeconds(7));
        assertThat(power().path("clock").asText()).isEqualTo("synced");
        assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
    }

    @Test
    void afterARebootTheAgeIsUnknownAndAWrongTimeStaysMarkedAsSuch() {
        clockBeginsAt1970();
        changeTo(GpioLevel.OFF);
        reboot();
        clockIsSet();

        assertThat(power().path("age").isNull()).isTrue();
        assertThat(power().path("clock").asText()).isEqualTo("unsynced");
        assertThat(reported().at("/event/boot").asText()).isEqualTo("6f1c2a9e");
    }

    @Test
    void afterARebootARightTimeIsStillRightWhateverTheClockSays() {
        Instant change = changeTo(GpioLevel.OFF);
        reboot();
        clockBeginsAt1970();

        assertThat(power().path("age").isNull()).isTrue();
        assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
        assertThat(power().path("clock").asText()).isEqualTo("synced");
    }

    @Test
    void aRestartOfTheProgramAloneForgetsNothing() throws SQLException {
        clockBeginsAt1970();
        Instant change = changeTo(GpioLevel.OFF);
        journal.close();
        open();
        clockIsSet();

        assertThat(power().path("at").asLong()).isEqualTo(change.toEpochMilli());
    }

    @Test
    void theHourThatComesTwiceInAutumnIsToldApart() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        now = ZonedDateTime.of(2025, 10, 26, 2, 30, 0, 0, zone).toInstant();
        booted = now.minusSeconds(3_600);
        Instant summer = changeTo(GpioLevel.OFF);
        long first = power().path("at").asLong();
        acceptAll();
        pass(Duration.ofHours(1).minus(HOLD));
        Instant winter = changeTo(GpioLevel.ON);

        assertThat(first).isEqualTo(summer.toEpochMilli());
        assertThat(power().path("at").asLong()).isEqualTo(winter.toEpochMilli()).isEqualTo(first + 3_600_000);
        assertThat(winter.atZone(zone).toLocalTime())
                .isEqualTo(summer.atZone(zone).toLocalTime());
    }

    @Test
    void aClockBeyondThisCenturyIsNotPassedOn() {
        wrong = Duration.ofDays(365 * 200);
        synced = false;
        changeTo(GpioLevel.OFF);

        assertThat(power().path("at").asLong()).isEqualTo(4_102_444_800_000L);
        assertThat(power().path("clock").asText()).isEqualTo("unsynced");
    }

    /** The line takes the level now, and it is recorded once it has held; the result is when it changed. */
    private Instant changeTo(GpioLevel level) {
        return changeTo(level, HOLD);
    }

    private Instant changeTo(GpioLevel level, Duration hold) {
        Instant change = now;
        long since = nanoTime();
        pass(hold);
        journal.append(new HeldLevels(clock(), this::nanoTime).change("power", level, since, 0));
        return change;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void clockBeginsAt1970() {
        wrong = Duration.between(booted, Instant.EPOCH);
        synced = false;
    }

    private void clockIsSet() {
        wrong = Duration.ZERO;
        synced = true;
    }

    private void reboot() {
        pass(Duration.ofMinutes(10));
        booted = now.minusSeconds(20);
        boot = "00000001";
    }

    private void acceptAll() {
        journal.head().ifPresent(journal::accepted);
    }

    private JsonNode power() {
        return reported().path("power");
    }

    private JsonNode reported() {
        Reports reports = new Reports(
                journal,
                clock(),
                new Device("app", "board", () -> Duration.ofMinutes(15)),
                new PropertyNames(Map.of()));
        return new ObjectMapper().valueToTree(reports.next().document()).at("/state/reported");
    }

    private DeviceClock clock() {
        Clock wall = Clock.fixed(now.plus(wrong), ZoneId.of("Europe/Berlin"));
        return new DeviceClock(
                wall, new Uptime(boot, () -> Duration.between(booted, now).toMillis()), () -> synced);
    }

    private long nanoTime() {
        return Duration.between(NOON.minus(Duration.ofDays(300)), now).toNanos();
    }
}
