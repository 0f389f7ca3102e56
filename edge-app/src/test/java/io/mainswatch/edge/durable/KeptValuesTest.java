package io.mainswatch.edge.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptValuesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("kept");
    }

    @Test
    void whatIsKeptIsThereAfterARestart() {
        new KeptValues(file).keep(Map.of("settings.hold", "5s"));

        assertThat(new KeptValues(file).find("settings.hold")).contains("5s");
        assertThat(new KeptValues(file).find("settings.heartbeat")).isEmpty();
    }

    @Test
    void nothingIsWrittenWhenNothingChanges() throws IOException {
        KeptValues kept = new KeptValues(file);
        kept.keep(Map.of("settings.hold", "5s"));
        FileTime written = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, written);

        kept.keep(Map.of("settings.hold", "5s"));
        new KeptValues(file).keep(Map.of("settings.hold", "5s"));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void aFileThatIsDamagedIsSetAside() throws IOException {
        Files.writeString(file, "settings.hold=5s\nbroken=\\u12\n");

        KeptValues kept = new KeptValues(file);

        assertThat(kept.find("settings.hold")).isEmpty();
        assertThat(folder.resolve("kept.damaged")).content().contains("settings.hold=5s");
        kept.keep(Map.of("settings.hold", "3s"));
        assertThat(new KeptValues(file).find("settings.hold")).contains("3s");
    }

    @Test
    void aDiskThatTakesNothingStopsNobodyAndIsTriedAgain() throws IOException {
        Files.createDirectories(file.resolveSibling("kept.new").resolve("in the way"));
        KeptValues kept = new KeptValues(file);

        kept.keep(Map.of("settings.hold", "5s"));
        assertThat(kept.find("settings.hold")).isEmpty();

        Files.delete(folder.resolve("kept.new/in the way"));
        Files.delete(folder.resolve("kept.new"));
        kept.keep(Map.of("settings.hold", "5s"));
        assertThat(kept.find("settings.hold")).contains("5s");
    }
}
