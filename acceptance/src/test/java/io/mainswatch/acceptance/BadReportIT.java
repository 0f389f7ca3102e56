package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a device reports and whatever the registry lacks: kept with its cause, said once, and nothing else suffers. */
class BadReportIT {

    private static final String EVENT = "\"power\":{\"at\":1763905623120,\"age\":0,\"clock\":\"synced\",\"dips\":0},"
            + "\"event\":{\"seq\":%d,\"boot\":\"6f1c2a9e\",\"input\":\"power\"}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void isKeptWithItsCauseAndTheNextGoodOneIsMailed() {
        try (RunningSystem system = new RunningSystem(folder, Map.of())) {
            system.localAws().start();
            system.cloud().start();
            system.device("good", system.account("Owners", "anna@example.com"), "Cabin", "Europe/Berlin");
            system.aws().createThing("homeless", "{}");
            system.aws().createThing("stray", "{\"account-id\":\"" + UUID.randomUUID() + "\"}");

            system.aws().report("ghost", off(1));
            system.aws().report("homeless", off(1));
            system.aws().report("stray", off(1));
            system.aws().report("good", "{" + EVENT.formatted(1) + "}");
            system.aws().report("good", "{\"status\":17," + EVENT.formatted(2) + "}");
            system.aws().report("good", off(3));

            await("the good one's mail")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> system.console().mailCount() == 1);
            assertThat(system.console().mails().get(0).subject()).isEqualTo("Power is off at Cabin");
            await("a line for each bad one")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> parked(system).size() == 5);
            assertThat(parked(system))
                    .anyMatch(line -> line.contains("ghost"))
                    .anyMatch(line -> line.contains("homeless") && line.contains("account-id"))
                    .anyMatch(line -> line.contains("stray") && line.contains("no such account"))
                    .anyMatch(line -> line.contains("good") && line.contains("status is missing"))
                    .anyMatch(line -> line.contains("good") && line.contains("status is 17"));
        }
    }

    private static String off(int seq) {
        return "{\"status\":\"off\"," + EVENT.formatted(seq) + "}";
    }

    private static List<String> parked(RunningSystem system) {
        return system.cloud()
                .output()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains("parking"))
                .toList();
    }
}
