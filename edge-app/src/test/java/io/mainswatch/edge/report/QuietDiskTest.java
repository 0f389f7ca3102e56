package io.mainswatch.edge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.journal.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card wears out by writing, so while nothing changes nothing is written. */
class QuietDiskTest {

    private static final List<String> PARTS = List.of("", "-wal", ".seq");

    @TempDir
    Path folder;

    @Test
    void aDayOfHeartbeatsReconnectsAndWakesWritesNothing() throws Exception {
        try (Journal journal = new Journal(folder.resolve("journal.db"), InstantSource.system())) {
            DeviceClock clock = new DeviceClock(Clock.systemUTC(), new Uptime("6f1c2a9e", () -> 60_000), () -> true);
            Reports reports = new Reports(
                    journal,
                    clock,
                    new Device("app", "board", () -> Duration.ofMinutes(15)),
                    new PropertyNames(Map.of()));
            journal.accepted(journal.append(new Change("door", Level.ON, new Moment(0, true, "6f1c2a9e", 1), 0)));
            journal.park(
                    journal.append(new Change("power", Level.ON, new Moment(0, true, "6f1c2a9e", 2), 0)), "rejected");
            reports.heartbeat();
            reports.accepted(reports.next());
            age();
            Map<String, String> before = files();

            for (int minute = 0; minute < 24 * 60; minute++) {
                journal.writeHeld();
                if (minute % 15 == 0) {
                    reports.heartbeat();
                }
                if (minute % 60 == 0) {
                    reports.connected();
                }
                if (reports.due()) {
                    reports.accepted(reports.next());
                }
            }

            assertThat(files()).isEqualTo(before);
        }
    }

    /** As if they had last been written long ago, so that any later write shows. */
    private void age() throws IOException {
        for (String part : PARTS) {
            Files.setLastModifiedTime(folder.resolve("journal.db" + part), FileTime.from(Instant.EPOCH));
        }
    }

    /** Time of the last write and content of each file of the journal. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String part : PARTS) {
            Path file = folder.resolve("journal.db" + part);
            files.put(part, Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
        }
        return files;
    }
}
