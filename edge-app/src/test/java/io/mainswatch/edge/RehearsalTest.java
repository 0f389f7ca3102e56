package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive of classes is made by: the whole way of a report, without any of the device's own things. */
class RehearsalTest {

    private static final Path CONFIG = Path.of("../config/edge/application.properties");

    @TempDir
    Path folder;

    @Test
    void isPlayedToTheEndBeforeTheThingIsConfiguredAndLeavesItsOwnThingsAlone() throws Exception {
        Path real = folder.resolve("real/journal.db");
        Path stage = Files.createDirectory(folder.resolve("stage"));

        boolean played = Rehearsal.play(
                stage,
                CONFIG,
                Map.of(
                        "MAINSWATCH_ROUTES", "../routes/edge",
                        "MAINSWATCH_KAMELETS", "../routes/kamelets",
                        "MAINSWATCH_THING_NAME", "cabin",
                        "MAINSWATCH_ENDPOINT", "192.0.2.1",
                        "MAINSWATCH_PRIVATE_KEY_FILE",
                                folder.resolve("not-there").toString(),
                        "MAINSWATCH_JOURNAL", real.toString()));

        assertThat(played).isTrue();
        assertThat(stage.resolve("journal.db")).isNotEmptyFile();
        assertThat(real).doesNotExist();
    }
}
