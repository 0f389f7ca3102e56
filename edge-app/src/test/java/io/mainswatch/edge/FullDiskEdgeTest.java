package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.edge.journal.SmallVolume;
import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole edge, with its journal on a volume that fills up while it runs. */
class FullDiskEdgeTest {

    private static final String THING = "cabin-with-a-full-disk";

    @TempDir
    Path folder;

    @TempDir
    Path small;

    @Test
    void thePresentStateGoesOnBeingReportedAndTheReportSaysWhatIsWrong() throws Exception {
        SmallVolume volume = new SmallVolume(small);
        try (LocalAws aws = LocalAws.builder()
                        .data(folder.resolve("aws"))
                        .freePorts()
                        .start();
                Cloud cloud = new Cloud(aws, THING)) {
            line("1");
            RunningEdge edge = RunningEdge.in(
                    folder,
                    aws.mqttPort(),
                    Map.of(
                            "MAINSWATCH_THING_NAME",
                            THING,
                            "MAINSWATCH_JOURNAL",
                            volume.file("journal.db").toString()));
            try {
                awaitReported(cloud, "on", "");
                volume.fill();
                line("0");
                awaitReported(cloud, "off", "full");
                volume.empty();
                line("1");
                awaitReported(cloud, "on", "");
            } finally {
                edge.stop();
            }
            assertThat(cloud.events()).containsExactly(1L, 2L, 3L);
        } finally {
            volume.unmount();
        }
    }

    private static void awaitReported(Cloud cloud, String status, String journal) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cloud.reported().path("status").asText().equals(status)
                        && cloud.reported().path("journal").asText().equals(journal));
    }

    private void line(String level) throws IOException {
        Path lines = Files.createDirectories(folder.resolve("lines"));
        Path draft = Files.writeString(folder.resolve("draft"), level + "\n");
        Files.move(draft, lines.resolve("line-4"), StandardCopyOption.ATOMIC_MOVE);
    }
}
