package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are shipped, simulated lines at one end and a real broker with real shadows at the other. */
class EdgeTest {

    private static final Path ROUTES = Path.of("../routes/edge");

    @TempDir
    static Path data;

    private static LocalAws aws;

    @TempDir
    Path folder;

    private String thing;
    private Cloud cloud;

    @BeforeAll
    static void startTheCloud() {
        aws = LocalAws.builder().data(data).freePorts().start();
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
    }

    @AfterAll
    static void stopTheCloud() {
        aws.close();
    }

    @BeforeEach
    void lookAtOneThing(TestInfo test) throws Exception {
        thing = test.getTestMethod().orElseThrow().getName() + ":_-1";
        cloud = new Cloud(aws, thing);
    }

    @AfterEach
    void lookAway() throws Exception {
        cloud.close();
    }

    @Test
    void theFirstLevelEverIsEvent1AndTheDeviceIntroducesItself() throws Exception {
        whileEdgeRuns(Map.of(), () -> {
            await().until(() -> cloud.reported().has("device"));
        });

        JsonNode reported = cloud.reported();
        assertThat(reported.path("status").asText()).isEqualTo("on");
        assertThat(reported.at("/event/seq").asLong()).isEqualTo(1);
        assertThat(reported.at("/event/input").asText()).isEqualTo("power");
        assertThat(reported.at("/power/age").asLong()).isBetween(0L, 20_000L);
        assertThat(reported.at("/device/interval").asLong()).isEqualTo(900_000);
    }

    @Test
    void aLevelThatHoldsIsAnEventAndAShorterOneADip() throws Exception {
        whileEdgeRuns(Map.of("MAINSWATCH_INPUT_POWER_HOLD", "1s"), () -> {
            awaitEvent(1);
            line(4, "0");
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            line(4, "1");
            await().pollDelay(Duration.ofMillis(1_300)).until(() -> true);
            assertThat(cloud.events()).containsExactly(1L);

            line(4, "0");
            awaitEvent(2);
        });

        assertThat(cloud.reported().path("status").asText()).isEqualTo("off");
        assertThat(cloud.reported().at("/power/dips").asInt()).isEqualTo(1);
    }

    @Test
    void theBrokerMayComeLaterThanTheEdgeAndGoAndComeBack(@TempDir Path later) throws Exception {
        int port = LocalPorts.free();
        whileEdgeRuns(port, Map.of(), () -> {
            awaitJournal(1);
            try (LocalAws first = start(later, port);
                    Cloud seen = new Cloud(first, thing)) {
                await().until(() -> seen.reported().path("status").asText().equals("on"));
            }
            changeTo("0", 2);
            changeTo("1", 3);
            changeTo("0", 4);
            try (LocalAws second = start(later, port);
                    Cloud seen = new Cloud(second, thing)) {
                await().until(() -> seen.reported().at("/event/seq").asLong() == 4);
                assertThat(seen.reported().path("status").asText()).isEqualTo("off");
                assertThat(seen.events()).isSorted().endsWith(4L);
            }
        });

        try (Journal journal = new Journal(folder.resolve("journal.db"), InstantSource.system())) {
            assertThat(journal.head()).as("waiting events").isEmpty();
        }
    }

    @Test
    void anEventNotYetAcceptedIsReportedByTheNextStartWithItsAge(@TempDir Path later) throws Exception {
        int port = LocalPorts.free();
        whileEdgeRuns(port, Map.of(), () -> {
            awaitJournal(1);
            changeTo("0", 2);
        });
        whileEdgeRuns(Map.of(), () -> {
            awaitEvent(2);
        });

        assertThat(cloud.events()).containsExactly(1L, 2L);
        assertThat(cloud.reported().path("status").asText()).isEqualTo("off");
        assertThat(cloud.reported().at("/power/age").asLong()).isBetween(100L, 30_000L);
    }

    @Test
    void aChangeWhileTheEdgeWasDownIsReportedAtItsStartAndNoChangeIsNot() throws Exception {
        whileEdgeRuns(Map.of(), () -> {
            awaitEvent(1);
        });
        whileEdgeRuns(Map.of(), () -> {
            await().until(() -> cloud.presence().size() >= 3);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        });
        assertThat(cloud.events()).containsExactly(1L);

        line(4, "0");
        whileEdgeRuns(Map.of(), () -> {
            awaitEvent(2);
        });
        assertThat(cloud.reported().path("status").asText()).isEqualTo("off");
    }

    @Test
    void aRefusedEventIsParkedAndTheNextOneGoesOn() throws Exception {
        cloud.desire("{\"filler\":\"" + "x".repeat(8_150) + "\"}");
        whileEdgeRuns(Map.of(), () -> {
            await("event and introduction refused")
                    .until(() -> cloud.rejections().size() == 2);
            cloud.desire("{\"filler\":null}");
            line(4, "0");
            await().until(() -> cloud.reported().at("/event/seq").asLong() == 2);
        });

        assertThat(cloud.reported().path("status").asText()).isEqualTo("off");
        assertThat(cloud.events()).doesNotContain(1L).endsWith(2L);
    }

    @Test
    void aSecondInputIsOneMoreYamlFile() throws Exception {
        Path routes = routesWithAnotherInput("door");
        line(17, "0");
        whileEdgeRuns(Map.of("MAINSWATCH_ROUTES", routes.toString()), () -> {
            await().until(() -> cloud.reported().path("doorStatus").asText().equals("off"));
            line(17, "1");
            await().until(() -> cloud.reported().path("doorStatus").asText().equals("on"));
        });

        assertThat(cloud.reported().path("status").asText()).isEqualTo("on");
        assertThat(cloud.reported().at("/event/input").asText()).isEqualTo("door");
        assertThat(cloud.reported().at("/event/seq").asLong()).isEqualTo(3);
        assertThat(cloud.reported().at("/door/dips").asInt()).isZero();
    }

    @Test
    void aDesiredReportIsAnsweredAlsoIfItWasDesiredWhileTheEdgeWasAway() throws Exception {
        cloud.desire("{\"report\":\"a-1\"}");
        whileEdgeRuns(Map.of(), () -> {
            await().until(() -> cloud.reported().path("report").asText().equals("a-1"));
            cloud.desire("{\"report\":\"a-2\"}");
            await().until(() -> cloud.reported().path("report").asText().equals("a-2"));
        });

        assertThat(cloud.events()).endsWith(1L);
    }

    @Test
    void aHeartbeatRepeatsTheNewestReport() throws Exception {
        whileEdgeRuns(Map.of("MAINSWATCH_HEARTBEAT", "1s"), () -> {
            await().until(() -> cloud.reports().size() >= 5);
        });

        assertThat(cloud.events()).containsExactly(1L);
        assertThat(cloud.reports().get(4).at("/power/age").asLong())
                .isGreaterThan(cloud.reports().get(3).at("/power/age").asLong() + 500);
    }

    @Test
    void aCleanStopSaysGoodbye() throws Exception {
        whileEdgeRuns(Map.of(), () -> {
            awaitEvent(1);
        });

        await().untilAsserted(() -> assertThat(cloud.presence())
                .extracting(
                        event -> event.path("eventType").asText(),
                        event -> event.path("clientInitiatedDisconnect").asBoolean())
                .containsExactly(tuple("connected", false), tuple("disconnected", true)));
    }

    private void whileEdgeRuns(Map<String, String> changes, Steps steps) throws Exception {
        whileEdgeRuns(aws.mqttPort(), changes, steps);
    }

    private void whileEdgeRuns(int port, Map<String, String> changes, Steps steps) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("MAINSWATCH_THING_NAME", thing));
        all.putAll(changes);
        RunningEdge edge = RunningEdge.in(folder, port, all);
        try {
            steps.run();
        } finally {
            edge.stop();
        }
    }

    private static LocalAws start(Path data, int port) {
        return LocalAws.builder()
                .data(data)
                .mqttPort(port)
                .mqttsPort(0)
                .httpPort(0)
                .start();
    }

    private void line(int number, String level) throws IOException {
        Path lines = Files.createDirectories(folder.resolve("lines"));
        Path draft = Files.writeString(folder.resolve("draft"), level + "\n");
        Files.move(draft, lines.resolve("line-" + number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Changes the mains and waits until that is on disk as the event of this number. */
    private void changeTo(String level, long number) throws IOException {
        line(4, level);
        awaitJournal(number);
    }

    private void awaitEvent(long number) {
        await().until(() -> cloud.events().contains(number));
    }

    private void awaitJournal(long number) {
        Path numbers = folder.resolve("journal.db.seq");
        await().until(() -> Files.exists(numbers) && Files.readString(numbers).contains("%018d ".formatted(number)));
    }

    /** A copy of the shipped routes plus one file, made from input-power as its comment tells an operator to. */
    private Path routesWithAnotherInput(String name) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> shipped = Files.list(ROUTES)) {
            for (Path file : shipped.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        String power = Files.readString(ROUTES.resolve("input-power.camel.yaml"));
        String other = power.replace("power", name).replace("\"{{mainswatch.input." + name + ".line}}\"", "17");
        Files.writeString(routes.resolve("input-other.camel.yaml"), other);
        return routes;
    }

    /** What happens in a test while the edge runs. */
    @FunctionalInterface
    private interface Steps {
        void run() throws Exception;
    }
}
