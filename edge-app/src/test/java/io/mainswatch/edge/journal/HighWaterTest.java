package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighWaterTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db.seq");
    }

    @Test
    void theNumberIsThatOfTheLastRaise() throws IOException {
        assertThat(read()).isZero();
        HighWater highWater = new HighWater(file);
        for (long number = 1; number <= 5; number++) {
            highWater.raise(number);
            assertThat(read()).isEqualTo(number);
        }
    }

    @Test
    void theFileNeverGrowsSoThatAFullDiskTakesIt() throws IOException {
        raiseTo(1);
        long size = Files.size(file);
        raiseTo(2_000_000_000);

        assertThat(Files.size(file)).isEqualTo(size);
    }

    @Test
    void aTornSlotIsAtMostOneAheadOfTheOther() throws IOException {
        for (int slot = 0; slot < 2; slot++) {
            Files.deleteIfExists(file);
            raiseTo(41);
            raiseTo(42);
            tear(slot);

            assertThat(read()).as("slot %d torn", slot).isIn(42L, 43L);
            raiseTo(44);
            assertThat(read()).isEqualTo(44);
        }
    }

    @Test
    void withBothSlotsTornNothingIsKnown() throws IOException {
        raiseTo(42);
        tear(0);
        tear(1);

        assertThat(new HighWater(file).read()).isEmpty();
    }

    @Test
    void theFileOfEarlierVersionsIsUnderstood() throws IOException {
        Files.writeString(file, "42\n");

        assertThat(read()).isEqualTo(42);
        raiseTo(43);
        assertThat(read()).isEqualTo(43);
    }

    private long read() throws IOException {
        return new HighWater(file).read().orElseThrow();
    }

    private void raiseTo(long number) throws IOException {
        HighWater highWater = new HighWater(file);
        highWater.read();
        highWater.raise(number);
    }

    private void tear(int slot) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.seek((long) slot * HighWater.SLOT + 17);
            disk.write('x');
        }
    }
}
