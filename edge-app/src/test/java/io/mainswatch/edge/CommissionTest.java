package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.ServiceFault;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner commissions a device: whoever pulls the plug here is the test. */
class CommissionTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration NO_PATIENCE = Duration.ofMillis(400);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String THING = "cabin";

    @TempDir
    Path folder;

    private final Screen screen = new Screen();
    private final Map<String, String> changes = new HashMap<>(Map.of("MAINSWATCH_THING_NAME", THING));
    private LocalAws aws;
    private Cloud cloud;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().data(folder.resolve("aws")).freePorts().start();
        cloud = new Cloud(aws, THING);
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
        aws.close();
    }

    @Test
    void unplugAndPlugBackAreMeasuredAndTheResultStandsInTheShadow() throws Exception {
        CompletableFuture<Integer> status = commission(PATIENCE);

        screen.await("power, line 4 \\(GPIO4, pin 7 .*says on \\(HIGH.*Pull the plug");
        line("0");
        screen.await("AWS has it \\d+ ms.*Plug it back");
        line("1");

        assertThat(status.get(30, TimeUnit.SECONDS)).as(screen.text()).isZero();
        assertThat(screen.text())
                .contains("Commissioned: cabin", "What the owners get", "systemctl start mainswatch-edge");
        await().until(() -> cloud.reported().has("commissioned"));
        JsonNode reported = cloud.reported();
        assertThat(reported.has("check")).as("left behind").isFalse();
        JsonNode result = reported.path("commissioned");
        assertThat(result.path("at").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(result.path("by").asText()).startsWith("mainswatch-edge");
        assertThat(result.path("input").asText()).isEqualTo("power");
        assertThat(result.path("lossMs").asLong()).as("hold and answer").isBetween(100L, 30_000L);
        assertThat(result.path("backMs").asLong()).isBetween(100L, 30_000L);
        assertThat(result.path("bounces").asInt()).isZero();
        assertThat(result.path("activeLow").asBoolean(true)).isFalse();
        assertThat(cloud.presence().get(0).path("eventType").asText()).isEqualTo("connected");
    }

    @Test
    void bouncesAreCounted() throws Exception {
        changes.put("MAINSWATCH_INPUT_POWER_HOLD", "2s");
        CompletableFuture<Integer> status = commission(PATIENCE);

        screen.await("Pull the plug");
        line("0");
        screen.await(":\\d\\d\\.\\d{3}  off");
        line("1");
        screen.await("  off\n.*  on\n");
        line("0");
        screen.await("bounces: 2.*Plug it back");
        line("1");

        assertThat(status.get(30, TimeUnit.SECONDS)).as(screen.text()).isZero();
        assertThat(cloud.reported().at("/commissioned/bounces").asInt()).isEqualTo(2);
    }

    @Test
    void wiringTheWrongWayRoundIsToldAndNothingIsStored() throws Exception {
        changes.put("MAINSWATCH_INPUT_POWER_ACTIVE_LOW", "true");
        CompletableFuture<Integer> status = commission(PATIENCE);

        screen.await("says off \\(HIGH.*If the plug is out, put it in first.*Pull the plug");
        line("0");

        assertThat(status.get(30, TimeUnit.SECONDS)).as(screen.text()).isEqualTo(1);
        assertThat(screen.text()).contains("Not commissioned.", "Set mainswatch.input.power.active-low = false");
        assertThat(cloud.reported().has("commissioned")).isFalse();
    }

    @Test
    void aLineThatDoesNotMoveIsToldWithItsPinAndPull() throws Exception {
        assertThat(commission(NO_PATIENCE).get(30, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(screen.text())
                .contains(
                        "The line has not moved in 400 ms; it still says on (HIGH).",
                        "pin 7 of a Raspberry Pi's header")
                .contains("The pull resistor is off", "mainswatch.input.power.pull = up");
    }

    @Test
    void aShadowThatRefusesIsToldWithItsCodeInWords() throws Exception {
        aws.faults().arm(FaultOrder.of(new ServiceFault.ShadowReject(403)).only(THING));
        CompletableFuture<Integer> status = commission(PATIENCE);

        screen.await("Pull the plug");
        line("0");

        assertThat(status.get(30, TimeUnit.SECONDS)).as(screen.text()).isEqualTo(1);
        assertThat(screen.text()).contains("rejected 403", "the policy of the certificate must allow the shadow");
    }

    @Test
    void anInputThatNoRouteReadsIsToldWithThoseThereAre() throws Exception {
        assertThat(new CommissionCommand(settings(), InstantSource.fixed(NOW), PATIENCE)
                        .run(Errand.of(new String[] {"commission", "--input", "door"}), screen.stream()))
                .isEqualTo(1);

        assertThat(screen.text()).contains("No route reads an input door. -> There are: power");
    }

    @Test
    void theHoldTimeIsTheOneThatTheCloudDesiredLastWhateverTheEnvironmentSays() throws Exception {
        Files.writeString(folder.resolve("journal.db.desired"), "settings.hold=300ms\n");
        try (EdgeProcess process = new EdgeProcess(folder, aws.mqttPort(), List.of(), List.of("commission"), changes)) {
            await().atMost(LONG).until(() -> process.log().contains("Pull the plug"));
            line("0");
            await().atMost(LONG).until(() -> process.log().contains("held for "));
            assertThat(process.log()).contains("held for 300 ms");
        }
    }

    @Test
    void stoppedHalfWayItLeavesNothingBehindAndSaysGoodbye() throws Exception {
        try (EdgeProcess process = new EdgeProcess(folder, aws.mqttPort(), List.of(), List.of("commission"), changes)) {
            await().atMost(LONG).until(() -> process.log().contains("Pull the plug"));
            line("0");
            await().atMost(LONG).until(() -> process.log().contains("Plug it back"));

            process.terminate();

            assertThat(process.status()).isNotZero();
            assertThat(process.log()).contains("Stopped; nothing is left behind.");
            await().until(() -> cloud.presence().size() == 2);
            assertThat(cloud.presence().get(1).path("clientInitiatedDisconnect").asBoolean())
                    .isTrue();
            assertThat(cloud.reported().has("check")).isFalse();
            assertThat(cloud.reported().has("commissioned")).isFalse();
        }
    }

    private CompletableFuture<Integer> commission(Duration patience) {
        CommissionCommand command = new CommissionCommand(settings(), InstantSource.fixed(NOW), patience);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return command.run(Errand.of(new String[] {"commission"}), screen.stream());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Settings settings() {
        return new SettingsReader(new EdgeSettings(), RunningEdge.environment(folder, aws.mqttPort(), changes))
                .read(RunningEdge.CONFIGURATION);
    }

    private void line(String level) throws Exception {
        Path draft = Files.writeString(folder.resolve("draft"), level + "\n");
        Files.move(draft, folder.resolve("lines/line-4"), StandardCopyOption.ATOMIC_MOVE);
    }
}
