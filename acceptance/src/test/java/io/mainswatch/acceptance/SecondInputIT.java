package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of a second input line: one YAML file, copied and edited. */
class SecondInputIT {

    private static final int DOOR_LINE = 17;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aDoorIsOneYamlFileAndTheOwnersHearOfIt() throws IOException {
        Path routes = Installation.copyOf("routes/edge", folder.resolve("routes"));
        Path power = routes.resolve("input-power.camel.yaml");
        Files.writeString(
                routes.resolve("input-door.camel.yaml"),
                Files.readString(power).replace("power", "door").replaceFirst("line: .*", "line: " + DOOR_LINE));

        try (RunningSystem system = new RunningSystem(folder, Map.of("MAINSWATCH_ROUTES", routes.toString()))) {
            system.line(DOOR_LINE, 1);
            system.start("Cabin", "Europe/Berlin", "anna@example.com");
            await("both inputs")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> reported(system, "doorStatus").equals("on"));
            assertThat(reported(system, "status")).isEqualTo("on");

            system.line(DOOR_LINE, 0);

            await("the mail")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> system.console().mailCount() == 1);
            assertThat(system.console().mails().get(0).subject()).isEqualTo("Door is off at Cabin");
            assertThat(reported(system, "doorStatus")).isEqualTo("off");
        }
    }

    private static String reported(RunningSystem system, String property) {
        return system.console()
                .thing(RunningSystem.THING)
                .at("/shadow/state/reported/" + property)
                .asText();
    }
}
