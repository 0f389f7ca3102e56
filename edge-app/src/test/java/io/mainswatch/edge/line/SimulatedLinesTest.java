package io.mainswatch.edge.line;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedLinesTest {

    @TempDir
    Path folder;

    private final AtomicReference<DigitalState> state = new AtomicReference<>();
    private SimulatedLines lines;

    @BeforeEach
    void watch() throws IOException {
        lines = new SimulatedLines(folder.resolve("lines"));
    }

    @AfterEach
    void close() throws IOException {
        lines.close();
    }

    @Test
    void aLineWithoutAFileBeginsHighAndGetsOne() throws IOException {
        lines.follow(4, state::set);

        assertThat(state).hasValue(HIGH);
        assertThat(file()).hasContent("1\n");
    }

    @Test
    void aLineWithAFileBeginsAsItSays() throws IOException {
        Files.writeString(file(), "0\n");
        lines.follow(4, state::set);

        assertThat(state).hasValue(LOW);
    }

    @Test
    void aChangeWrittenInPlaceIsFollowed() throws IOException {
        lines.follow(4, state::set);
        Files.writeString(file(), "0\n");

        await().untilAtomic(state, org.hamcrest.Matchers.is(LOW));
    }

    @Test
    void aChangeRenamedIntoPlaceIsFollowed() throws IOException {
        lines.follow(4, state::set);
        Path draft = Files.writeString(folder.resolve("draft"), "0\n");
        Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);

        await().untilAtomic(state, org.hamcrest.Matchers.is(LOW));
    }

    @Test
    void nonsenseAndAFileBeingWrittenLeaveTheLineAsItWas() throws IOException {
        lines.follow(4, state::set);
        Files.writeString(file(), "");
        Files.writeString(file(), "high\n");
        AtomicReference<DigitalState> other = new AtomicReference<>();
        lines.follow(5, other::set);
        Files.writeString(folder.resolve("lines/line-5"), "0\n");

        await().untilAtomic(other, org.hamcrest.Matchers.is(LOW));
        assertThat(state).hasValue(HIGH);
    }

    private Path file() {
        return folder.resolve("lines/line-4");
    }
}
