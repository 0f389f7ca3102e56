package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The operator's check, as the launcher runs it: before a restart, not after it. */
class CheckIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void saysThatAllIsWellWithWhatWeShip() {
        try (Program check = check(Installation.root().resolve("routes"))) {
            assertThat(check.launch().waitForExit()).isZero();
            assertThat(check.output()).contains("3 configuration files: all is well.");
        }
    }

    @Test
    void namesFileLineAndRemedyOfAMistake() throws IOException {
        Path routes = Installation.copyOf("routes", folder.resolve("routes"));
        Path report = routes.resolve("edge/send-report.camel.yaml");
        Files.writeString(report, Files.readString(report).replace("qos: 1", "qoss: 1"));

        try (Program check = check(routes)) {
            assertThat(check.launch().waitForExit()).isEqualTo(1);
            assertThat(check.output())
                    .containsPattern("edge/send-report.camel.yaml:\\d+: paho has no option qoss; did you mean qos\\?")
                    .contains("1 to mend.");
        }
    }

    private Program check(Path routes) {
        String config = Installation.root().resolve("config").toString();
        return new Program(List.of("check", routes.toString(), config), Map.of(), folder.resolve("check.log"));
    }
}
