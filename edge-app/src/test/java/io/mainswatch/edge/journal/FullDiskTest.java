package io.mainswatch.edge.journal;

import static io.mainswatch.edge.journal.Level.OFF;
import static io.mainswatch.edge.journal.Level.ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.report.Device;
import io.mainswatch.edge.report.PropertyNames;
import io.mainswatch.edge.report.Report;
import io.mainswatch.edge.report.Reports;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a volume that is really full, or really read-only. */
class FullDiskTest {

    @TempDir
    Path folder;

    private SmallVolume volume;
    private Path file;
    private Journal journal;

    @BeforeEach
    void journalWithOneAcceptedEvent() throws Exception {
        volume = new SmallVolume(folder);
        file = volume.file("journal.db");
        journal = open();
        journal.accepted(journal.append(change(ON)));
    }

    @AfterEach
    void unmount() throws Exception {
        if (volume != null) {
            journal.close();
            volume.unmount();
        }
    }

    @Test
    void eventsGoOnInTheirOrderFromMemoryAndAreWrittenWhenThereIsRoomAgain() throws Exception {
        volume.fill();

        Event second = journal.append(change(OFF));
        Event third = journal.append(change(ON));
        assertThat(journal.health()).isEqualTo(Health.FULL);
        assertThat(journal.head()).contains(second);
        journal.accepted(second);
        assertThat(journal.head()).contains(third);
        assertThat(journal.latest()).extracting(Event::seq).containsExactly(2L);
        assertThat(onDisk("true")).isEqualTo(1);

        volume.empty();
        journal.writeHeld();

        assertThat(journal.health()).isEqualTo(Health.SOUND);
        assertThat(onDisk("state = 'accepted'")).isEqualTo(2);
        assertThat(journal.head()).contains(third);
        journal.accepted(third);
        assertThat(onDisk("state = 'accepted'")).isEqualTo(3);
    }

    @Test
    void whatWaitsOnDiskGoesBeforeWhatWaitsInMemoryAlsoWhenAnswersCannotBeWritten() throws Exception {
        Event onDisk = journal.append(change(OFF));
        volume.fill();
        Event held = journal.append(change(ON));

        assertThat(journal.head()).contains(onDisk);
        journal.park(onDisk, "rejected 413");
        assertThat(journal.head()).contains(held);
        journal.accepted(held);
        assertThat(journal.head()).isEmpty();
        assertThat(onDisk("state = 'waiting'")).as("not written yet").isEqualTo(1);

        volume.empty();
        assertThat(journal.append(change(OFF)).seq()).isEqualTo(4);

        assertThat(onDisk("state = 'parked' and cause = 'rejected 413'")).isEqualTo(1);
        assertThat(onDisk("state = 'waiting'")).isEqualTo(1);
    }

    @Test
    void noNumberIsUsedTwiceAlthoughTheProcessIsKilledWhileTheDiskIsFull() throws Exception {
        journal.close();
        long said = appendUntilKilledOnAFullDisk();

        journal = open();
        long next = journal.append(change(ON)).seq();

        assertThat(next).as("said %d", said).isBetween(said + 1, said + 2);
        assertThat(journal.health()).as("still full").isEqualTo(Health.FULL);
        volume.empty();
        journal.writeHeld();
        assertThat(onDisk("seq = " + next)).isEqualTo(1);
    }

    @Test
    void whatIsMadeOnAFullDiskSurvivesTheProcessAsFarAsTheReserveGoes() throws Exception {
        volume.fill();
        Event second = journal.append(change(OFF));
        Event third = journal.append(change(ON));
        journal.close();

        journal = open();

        assertThat(journal.head()).as("still full").contains(second);
        assertThat(journal.isNews(change(ON))).isFalse();
        assertThat(journal.append(change(OFF)).seq()).isEqualTo(4);
        volume.empty();
        journal.accepted(second);
        assertThat(journal.head()).contains(third);
        assertThat(onDisk("state = 'waiting'")).isEqualTo(2);
        assertThat(new Reserve(volume.file("journal.db.held")).read()).isEmpty();
    }

    @Test
    void whatAnEarlierProcessLeftInTheReserveIsInTheJournalAfterTheNextStart() throws Exception {
        volume.fill();
        Event second = journal.append(change(OFF));
        journal.close();
        volume.empty();

        journal = open();

        assertThat(journal.head()).contains(second);
        assertThat(journal.health()).isEqualTo(Health.SOUND);
        assertThat(onDisk("state = 'waiting'")).isEqualTo(1);
        assertThat(journal.append(change(ON)).seq()).isEqualTo(3);
    }

    @Test
    void aStartOnAFullDiskFindsWhatWaits() throws Exception {
        Event waiting = journal.append(change(OFF));
        leaveTheFilesOfACrash();
        volume.fill();

        journal = open();

        assertThat(journal.health()).isEqualTo(Health.FULL);
        assertThat(journal.head()).contains(waiting);
        assertThat(journal.isNews(change(OFF))).isFalse();
        assertThat(journal.latest()).extracting(Event::seq).containsExactly(1L);
        Event held = journal.append(change(ON));
        assertThat(held.seq()).isEqualTo(3);
        volume.empty();
        journal.writeHeld();
        assertThat(onDisk("state = 'waiting'")).isEqualTo(2);
        assertThat(journal.head()).contains(waiting);
    }

    @Test
    void onAReadOnlyDiskItGoesOnWithNumbersThatNobodyCanHaveUsed() throws Exception {
        Event waiting = journal.append(change(OFF));
        journal.close();
        volume.allowWriting(false);

        journal = open();

        assertThat(journal.health()).isEqualTo(Health.FAILING);
        assertThat(journal.head()).contains(waiting);
        assertThat(journal.append(change(ON)).seq()).isGreaterThan(LastNumber.CLEARLY_HIGHER);
        volume.allowWriting(true);
        journal.writeHeld();
        assertThat(journal.health()).isEqualTo(Health.SOUND);
        assertThat(onDisk("state = 'waiting'")).isEqualTo(2);
    }

    @Test
    void aFirstStartOnAReadOnlyDiskIsAMistakeThatIsNamed() throws Exception {
        journal.close();
        volume.allowWriting(false);

        assertThatThrownBy(() -> new Journal(volume.file("fresh.db"), InstantSource.system()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("fresh.db")
                .hasMessageContaining("Check that its folder can be written");
        volume.allowWriting(true);
    }

    @Test
    void theReportSaysThatTheDiskIsFullAndTakesItBackOnceItIsNot() throws Exception {
        DeviceClock clock = new DeviceClock(Clock.systemUTC(), new Uptime("6f1c2a9e", () -> 60_000), () -> true);
        Reports reports = new Reports(
                journal, clock, new Device("app", "board", () -> Duration.ofMinutes(15)), new PropertyNames(Map.of()));
        volume.fill();
        journal.append(change(OFF));

        Report full = reports.next();
        assertThat(full.document().state().reported()).containsEntry("journal", "full");
        reports.accepted(full);
        assertThat(reports.due()).as("told").isFalse();

        volume.empty();
        journal.writeHeld();
        assertThat(reports.due()).isTrue();
        Report well = reports.next();
        assertThat(well.document().state().reported()).containsEntry("journal", null);
        reports.accepted(well);
        assertThat(reports.due()).isFalse();
        assertThat(onDisk("state = 'accepted'")).isEqualTo(2);
    }

    private long appendUntilKilledOnAFullDisk() throws IOException, InterruptedException {
        Process writer = KilledJournalTest.Writer.start(file);
        try (BufferedReader numbers = writer.inputReader()) {
            long last = 0;
            while (last < 10) {
                last = KilledJournalTest.number(numbers.readLine());
            }
            volume.fill();
            long full = last;
            while (last < full + 500) {
                last = KilledJournalTest.number(numbers.readLine());
            }
            writer.toHandle().destroyForcibly();
            return KilledJournalTest.lastOf(numbers, last);
        } finally {
            writer.waitFor();
        }
    }

    /** The database with its write-ahead log, as a power cut leaves them. */
    private void leaveTheFilesOfACrash() throws IOException, SQLException {
        Path log = volume.file("journal.db-wal");
        byte[] database = Files.readAllBytes(file);
        byte[] writeAhead = Files.readAllBytes(log);
        assertThat(writeAhead).isNotEmpty();
        journal.close();
        Files.write(file, database);
        Files.write(log, writeAhead);
    }

    private Journal open() {
        return new Journal(file, InstantSource.system());
    }

    private long onDisk(String which) throws SQLException {
        return Sqlite.number(file, "select count(*) from event where " + which);
    }

    private static Change change(Level level) {
        return new Change("power", level, new Moment(0, false, "6f1c2a9e", 60_000), 0);
    }
}
