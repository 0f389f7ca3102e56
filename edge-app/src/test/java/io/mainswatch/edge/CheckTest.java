package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.journal.Level;
import io.mainswatch.edge.tls.Authority;
import io.mainswatch.edge.tls.TlsDoor;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.ServiceFault;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner learns of a device from {@code edge check}. */
class CheckTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String THING = "cabin";

    @TempDir
    Path folder;

    private final Screen screen = new Screen();
    private final Map<String, String> changes = new HashMap<>(Map.of("MAINSWATCH_THING_NAME", THING));
    private Clock clock = Clock.system(ZoneId.of("Europe/Berlin"));
    private boolean synced = true;
    private LocalAws aws;
    private Cloud cloud;
    private Path config;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().data(folder.resolve("aws")).freePorts().start();
        cloud = new Cloud(aws, THING);
        config = Files.copy(RunningEdge.CONFIGURATION, folder.resolve("application.properties"));
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
        aws.close();
    }

    @Test
    void everyStepOfADeviceThatIsWellIsOkAndTheShadowIsAsBefore() throws Exception {
        cloud.publish("{\"state\":{\"reported\":{\"status\":\"off\"}}}");
        await().until(() -> cloud.reported().has("status"));
        Files.writeString(config, "\nmainswatch.output.siren.line=17\n", StandardOpenOption.APPEND);

        assertThat(check(aws.mqttPort())).as(screen.text()).isZero();

        assertThat(screen.text().lines())
                .anyMatch(line -> line.matches("ok +config +.*cabin at 127.0.0.1:\\d+"))
                .anyMatch(line -> line.matches("ok +line 4 +the input power is on \\(HIGH; simulated line 4, .*"))
                .anyMatch(line -> line.matches("ok +line 17 +the output siren: simulated line 17; not touched"))
                .anyMatch(line -> line.matches("ok +disk +.* can be written, \\d+ MB free"))
                .anyMatch(line -> line.matches("ok +journal +.* is not there yet.*"))
                .anyMatch(line -> line.matches("ok +clock +.*Europe/Berlin.*, synchronised"))
                .anyMatch(line -> line.matches("skip +certificate +TLS is off.*"))
                .anyMatch(line -> line.matches("ok +DNS +127.0.0.1 is an address"))
                .anyMatch(line -> line.matches("ok +TCP +.*"))
                .anyMatch(line -> line.matches("ok +MQTT +connected as cabin.*"))
                .anyMatch(
                        line -> line.matches("ok +shadow +a test report was accepted after \\d+ ms, and removed again"))
                .allMatch(line -> line.matches("(ok|skip) .*"));
        await().until(() -> cloud.reports().size() == 3);
        assertThat(cloud.reports().get(1).at("/check/app").asText()).startsWith("mainswatch-edge");
        assertThat(cloud.reported()).hasToString("{\"status\":\"off\"}");
        await().until(() -> cloud.presence().size() == 2);
        assertThat(cloud.presence().get(1).path("clientInitiatedDisconnect").asBoolean())
                .isTrue();
        assertThat(folder.resolve("journal.db")).doesNotExist();
        assertThat(folder.resolve("lines/out-17")).doesNotExist();
    }

    @Test
    void aRunningEdgeIsNotedAndNotThrownOut() throws Exception {
        try (EdgeProcess edge = new EdgeProcess(folder, aws.mqttPort(), List.of(), changes)) {
            await().atMost(LONG).until(() -> edge.log().contains("accepted after"));

            assertThat(check(aws.mqttPort())).as(screen.text()).isZero();

            assertThat(screen.text())
                    .containsPattern("skip +MQTT +the running edge is connected.*systemctl stop mainswatch-edge")
                    .containsPattern("skip +shadow +needs the step \"MQTT\", which was skipped")
                    .containsPattern("ok +journal +.* is sound; last event 1\\d*, 0 waiting");
            assertThat(cloud.presence()).hasSize(1);

            assertThat(new CommissionCommand(settings(aws.mqttPort()), clock, Duration.ofSeconds(1))
                            .run(Errand.of(new String[] {"commission"}), screen.stream()))
                    .isEqualTo(1);
            assertThat(screen.text()).contains("Not commissioned. The edge is running (process ");
        }
    }

    @Test
    void tlsIsCheckedWithTheDevicesOwnCertificate() throws Exception {
        Authority authority = new Authority("root");
        try (Relay server =
                new Relay(new TlsDoor(authority.issue("server", "localhost"), authority, "x"), aws.mqttPort())) {
            tls(
                    authority,
                    authority.issue(
                            THING, Instant.now().minusSeconds(9), Instant.now().plus(Duration.ofDays(90))));
            assertThat(check(server.port())).as(screen.text()).isZero();
            assertThat(screen.text())
                    .containsPattern("ok +certificate +CN=cabin from CN=root, with its key; valid until .*, 89 days")
                    .containsPattern("ok +root CA +CN=root")
                    .containsPattern("ok +TLS +TLSv1.3 with CN=server from CN=root")
                    .containsPattern("ok +shadow ");
        }
    }

    @Test
    void aServerOfAnotherRootIsToldAndWhatComesAfterIsLeftOut() throws Exception {
        Authority authority = new Authority("root");
        Authority other = new Authority("other");
        try (Relay server = new Relay(new TlsDoor(other.issue("server", "localhost"), other), aws.mqttPort())) {
            tls(
                    authority,
                    authority.issue(
                            THING, Instant.now().minusSeconds(9), Instant.now().plus(Duration.ofDays(9))));
            assertThat(check(server.port())).as(screen.text()).isEqualTo(1);
            assertThat(screen.text())
                    .containsPattern("FAIL +certificate +CN=cabin .*, 8 days -> make a new certificate")
                    .containsPattern("skip +TLS +needs the step \"certificate\", which failed");

            tls(
                    authority,
                    authority.issue(
                            THING, Instant.now().minusSeconds(9), Instant.now().plus(Duration.ofDays(90))));
            assertThat(check(server.port())).isEqualTo(1);
            assertThat(screen.text())
                    .containsPattern("FAIL +TLS +the server's certificate comes from nobody in mainswatch.root-ca")
                    .containsPattern("skip +MQTT +needs the step \"TLS\", which failed");
        }
    }

    @Test
    void aCertificateThatTheServerDoesNotKnowIsToldByTheServersOwnWord() throws Exception {
        Authority authority = new Authority("root");
        Authority other = new Authority("other");
        try (Relay server = new Relay(new TlsDoor(authority.issue("server", "localhost"), authority), aws.mqttPort())) {
            tls(
                    authority,
                    other.issue(
                            THING, Instant.now().minusSeconds(9), Instant.now().plus(Duration.ofDays(90))));
            assertThat(check(server.port())).as(screen.text()).isEqualTo(1);
            assertThat(screen.text()).containsPattern("FAIL +TLS +.*certificate must be known there and active");
        }
    }

    @Test
    void aKeyThatOthersCanReadAndOneThatBelongsToAnotherCertificateAreTold() throws Exception {
        Authority authority = new Authority("root");
        Authority.Issued thing = authority.issue(THING);
        tls(authority, thing);
        Path key = Files.writeString(folder.resolve("thing.key"), thing.keyPem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        changes.put("MAINSWATCH_PRIVATE_KEY", key.toString());
        assertThat(check(1)).isEqualTo(1);
        assertThat(screen.text())
                .containsPattern("FAIL +certificate +others on this machine can read the private key -> chmod 600 ");

        changes.put("MAINSWATCH_PRIVATE_KEY", authority.issue("another").keyPem());
        assertThat(check(1)).isEqualTo(1);
        assertThat(screen.text())
                .containsPattern("FAIL +certificate +.*does not belong to the certificate")
                .containsPattern("FAIL +TCP +.*nobody takes connections there")
                .doesNotContain("BEGIN");
    }

    @Test
    void aRefusalOfTheShadowIsToldInWords() throws Exception {
        aws.faults().arm(FaultOrder.of(new ServiceFault.ShadowReject(429)).only(THING));

        assertThat(check(aws.mqttPort())).isEqualTo(1);

        assertThat(screen.text()).containsPattern("FAIL +shadow +.*rejected 429 .* -> too many reports at once");
    }

    @Test
    void whatWaitsInTheJournalAndAClockThatNobodySetAreTold() throws Exception {
        try (Journal journal = new Journal(folder.resolve("journal.db"), clock)) {
            journal.append(new Change("power", Level.OFF, new Moment(1, false, "6f1c2a9e", 1), 0));
        }
        clock = Clock.fixed(Instant.EPOCH, ZoneId.of("Europe/Berlin"));
        synced = false;

        assertThat(check(aws.mqttPort())).isEqualTo(1);

        assertThat(screen.text())
                .containsPattern("ok +journal +.*is sound; last event \\d+, 1 waiting for AWS, 0 refused")
                .containsPattern("FAIL +clock +1970-01-01 01:00:00 Europe/Berlin .* cannot be -> switch NTP on");
        assertThat(folder.resolve("journal.db-shm")).doesNotExist();
    }

    @Test
    void aDamagedJournalIsToldAndLeftAsItIs() throws Exception {
        Path journal = Files.writeString(folder.resolve("journal.db"), "no journal".repeat(1_000));

        assertThat(check(aws.mqttPort())).isEqualTo(1);

        assertThat(screen.text()).containsPattern("FAIL +journal +.* cannot be read .* -> if it is damaged");
        assertThat(Files.readString(journal)).startsWith("no journal");
    }

    @Test
    void levelsAreShownAsTheyChangeAndAProgramCanReadTheResult() throws Exception {
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
            try {
                return check(aws.mqttPort(), "--watch", "5");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        screen.await("Pull the plug and see it here");
        Path draft = Files.writeString(folder.resolve("draft"), "0\n");
        Files.move(draft, folder.resolve("lines/line-4"), StandardCopyOption.ATOMIC_MOVE);
        screen.await("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  the input power is off");
        assertThat(status.get(40, TimeUnit.SECONDS)).isZero();
        assertThat(screen.text()).containsPattern("ok +levels +power changed 1 times in 5 s");

        Screen json = new Screen();
        new CheckCommand(settings(aws.mqttPort()), clock, () -> false)
                .run(Errand.of(new String[] {"check", "--json", "--config", config.toString()}), json.stream(), true);
        JsonNode results = new ObjectMapper().readTree(json.text());
        assertThat(results.findValuesAsText("step")).contains("config", "line 4", "clock", "MQTT", "shadow");
        assertThat(results.findValuesAsText("result")).contains("ok", "fail", "skip");
        assertThat(results.findValuesAsText("remedy")).anyMatch(remedy -> remedy.startsWith("switch NTP on"));
    }

    @Test
    void wrongArgumentsAreTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errand.of(new String[] {"chekc"}))
                .withMessage("the edge knows check and commission, not chekc.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errand.of(new String[] {"check", "--watch", "1m"}))
                .withMessage("--watch = 1m: must be whole seconds, 0 to 99999.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errand.of(new String[] {"commission", "--json"}))
                .withMessage("commission does not know --json.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errand.of(new String[] {"check", "--config"}))
                .withMessage("--config needs a value.");
    }

    private void tls(Authority root, Authority.Issued thing) throws Exception {
        changes.putAll(Map.of(
                "MAINSWATCH_ENDPOINT",
                "localhost",
                "MAINSWATCH_TLS",
                "on",
                "MAINSWATCH_ROOT_CA",
                root.pem(),
                "MAINSWATCH_CERTIFICATE",
                thing.certificatePem(),
                "MAINSWATCH_PRIVATE_KEY",
                thing.keyPem()));
    }

    private int check(int port, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("check", "--config", config.toString()));
        words.addAll(List.of(options));
        return new CheckCommand(settings(port), clock, () -> synced)
                .run(Errand.of(words.toArray(String[]::new)), screen.stream(), false);
    }

    private Settings settings(int port) {
        return new SettingsReader(new EdgeSettings(), RunningEdge.environment(folder, port, changes)).read(config);
    }
}
