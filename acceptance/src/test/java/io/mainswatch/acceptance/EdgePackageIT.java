package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What an owner unpacks on the device, in a folder of its own: nothing else of Mainswatch is there. */
class EdgePackageIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void theUnpackedArchiveRunsAndReports() throws IOException, InterruptedException {
        Path home = unpacked();
        int mqtt = Installation.freePort();
        int http = Installation.freePort();
        Map<String, String> stage = Map.of(
                "MAINSWATCH_DATA", folder.resolve("local-aws").toString(),
                "MAINSWATCH_MQTT_PORT", Integer.toString(mqtt),
                "MAINSWATCH_MQTTS_PORT", "0",
                "MAINSWATCH_HTTP_PORT", Integer.toString(http));
        Map<String, String> thing = Map.of(
                "MAINSWATCH_THING_NAME", "cabin",
                "MAINSWATCH_ENDPOINT", "127.0.0.1",
                "MAINSWATCH_PORT", Integer.toString(mqtt),
                "MAINSWATCH_TLS", "off",
                "MAINSWATCH_GPIO", "simulated");

        try (Program localAws = new Program(List.of("local-aws"), stage, folder.resolve("local-aws.log"));
                Program edge = new Program(home, List.of("edge"), thing, folder.resolve("edge.log"))) {
            localAws.start();
            edge.start();

            await("the report")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> edge.output().contains("accepted after"));
            assertThat(new Console(URI.create("http://127.0.0.1:" + http))
                            .thing("cabin")
                            .at("/shadow/state/reported/status")
                            .asText())
                    .isEqualTo("on");
            assertThat(home.resolve("data/edge/journal.db"))
                    .as("its memory, beside it")
                    .isNotEmptyFile();
            assertThat(edge.stop()).as("status after SIGTERM").isIn(0, 143);
        }
    }

    @Test
    void whatIsNotInItIsSaid() throws IOException, InterruptedException {
        try (Program cloud = new Program(unpacked(), List.of("cloud"), Map.of(), folder.resolve("cloud.log"))) {
            assertThat(cloud.launch().waitForExit()).isEqualTo(2);
            assertThat(cloud.output()).contains("cloud-app is not part of this installation");
        }
    }

    private Path unpacked() throws IOException, InterruptedException {
        Path archive;
        try (Stream<Path> built = Files.list(Installation.root().resolve("edge-app/target"))) {
            archive = built.filter(file -> file.getFileName().toString().matches("mainswatch-edge-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }
}
