package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Event.State;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {

    @TempDir
    Path folder;

    private Path file;
    private Reserve reserve;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("journal.db.held");
        reserve = new Reserve(file);
        reserve.prepare();
    }

    @Test
    void eventsComeBackInTheirOrderWithAllTheySay() throws IOException {
        Event first = new Event(
                255,
                new Change("d".repeat(64), Level.OFF, new Moment(-5, false, "6f1c2a9e", 9), 7, true),
                State.WAITING,
                3);
        Event second = event(256);
        reserve.keep(second);
        reserve.keep(first);

        assertThat(reserve.read()).containsExactly(first, second);
    }

    @Test
    void itNeverGrowsAndKeepsTheNewestOfEachPlace() throws IOException {
        long size = Files.size(file);
        for (long seq = 1; seq <= 2 * Reserve.EVENTS; seq++) {
            reserve.keep(event(seq));
        }

        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(reserve.read())
                .extracting(Event::seq)
                .hasSize(Reserve.EVENTS)
                .first()
                .isEqualTo(Reserve.EVENTS + 1L);
    }

    @Test
    void whatIsForgottenIsGone() throws IOException {
        reserve.keep(event(1));
        reserve.keep(event(2));

        reserve.forget(List.of(event(1)));

        assertThat(reserve.read()).containsExactly(event(2));
    }

    @Test
    void aTornRecordCostsNoOther() throws IOException {
        reserve.keep(event(1));
        reserve.keep(event(2));
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.seek(512 + 20);
            torn.write(0);
        }

        assertThat(reserve.read()).containsExactly(event(2));
    }

    private static Event event(long seq) {
        return new Event(seq, new Change("power", Level.ON, new Moment(1, true, "6f1c2a9e", 2), 0), State.WAITING);
    }
}
