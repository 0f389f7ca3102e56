package io.mainswatch.localaws.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedLinesTest {

    @TempDir
    Path parent;

    private Path folder;
    private SimulatedLines lines;

    @BeforeEach
    void nameTheFolder() {
        folder = parent.resolve("lines");
        lines = new SimulatedLines(folder);
    }

    @Test
    void noFolderMeansNoLines() {
        assertThat(lines.list()).isEmpty();
    }

    @Test
    void aLineThatIsSetReadsBackAndNothingElseIsLeftInTheFolder() throws IOException {
        lines.set(17, true);
        lines.set(4, true);
        lines.set(4, false);

        assertThat(lines.list()).containsExactly(new Line(4, 0), new Line(17, 1));
        assertThat(folder.resolve("line-4")).hasContent("0\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void filesThatAreBeingWrittenAndFilesOfOthersAreLeftOut() throws IOException {
        lines.set(4, true);
        Files.writeString(folder.resolve("line-5"), "");
        Files.writeString(folder.resolve("line-x"), "1\n");
        Files.writeString(folder.resolve("notes.txt"), "1\n");

        assertThat(lines.list()).containsExactly(new Line(4, 1));
    }
}
