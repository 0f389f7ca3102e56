package io.mainswatch.acceptance;

import static io.mainswatch.acceptance.RunningSystem.POWER_LINE;
import static io.mainswatch.acceptance.RunningSystem.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Any process may die at any moment, and any may be started first: the owners still hear of every change, once. */
class KillIT {

    private static final Map<String, String> QUICK = Map.of("MAINSWATCH_INPUT_POWER_HOLD", "300ms");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyProcessMayBeKilledWhileThePlugIsPulledAndNoChangeIsLostOrMailedTwice() {
        try (RunningSystem system =
                new RunningSystem(folder, QUICK).start("Cabin", "Europe/Berlin", "anna@example.com")) {
            await("the first report")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> reported(system).equals("on"));

            // The cloud is down while the power fails.
            system.cloud().kill();
            system.line(POWER_LINE, 0);
            await().atMost(Duration.ofSeconds(20)).until(() -> reported(system).equals("off"));
            system.cloud().start();
            mails(system, 1);

            // The edge is down while the power comes back: it sees the difference at its start.
            system.edge().kill();
            system.line(POWER_LINE, 1);
            system.edge().start();
            mails(system, 2);

            // The broker is down while the power fails, and forgets nothing.
            system.localAws().kill();
            system.line(POWER_LINE, 0);
            await("the event in the journal")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> system.edge().output().contains("event 4"));
            system.localAws().start();
            mails(system, 3);

            assertThat(system.console().mails())
                    .extracting(mail -> mail.subject().replaceFirst(" after .*", ""))
                    .containsExactly("Power lost at Cabin", "Power is back at Cabin", "Power lost at Cabin");
        }
    }

    @Test
    void theProcessesMayStartInAnyOrder() {
        try (RunningSystem system = new RunningSystem(folder, QUICK)) {
            system.edge().start();
            system.cloud().launch();
            system.localAws().start();
            await("the cloud")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> system.cloud().output().contains("ready: "));
            system.device(THING, system.account("Owners", "anna@example.com"), "Cabin", "Europe/Berlin");
            await("the first report")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> reported(system).equals("on"));

            system.line(POWER_LINE, 0);

            mails(system, 1);
        }
    }

    private static void mails(RunningSystem system, int count) {
        await(count + " mails")
                .atMost(Duration.ofSeconds(60))
                .until(() -> system.console().mailCount() >= count);
        await("no more than that")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> system.console().mailCount() == count);
    }

    private static String reported(RunningSystem system) {
        return system.console().thing(THING).at("/shadow/state/reported/status").asText();
    }
}
