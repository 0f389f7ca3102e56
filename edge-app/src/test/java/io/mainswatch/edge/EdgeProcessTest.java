package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.edge.liveness.NotifySocket;
import io.mainswatch.edge.tls.Authority;
import io.mainswatch.edge.tls.Authority.Issued;
import io.mainswatch.edge.tls.TlsDoor;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.faults.BrokerFault;
import io.mainswatch.localaws.faults.FaultOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edge as systemd runs it: what it says of itself, and how it ends. */
class EdgeProcessTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String THING = "cabin";

    @TempDir
    Path folder;

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
    void anEndpointThatCannotBeResolvedIsToldToSystemdAndFoundAsSoonAsItHasAnAddress() throws Exception {
        Authority authority = new Authority("root");
        Issued device = authority.issue(THING);
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        Path loaded = folder.resolve("loaded");
        try (NotifySocket systemd = new NotifySocket(folder.resolve("notify").toString());
                Relay link = new Relay(
                        new TlsDoor(authority.issue("server", "endpoint.example.com"), authority), aws.mqttPort());
                EdgeProcess edge = new EdgeProcess(
                        folder,
                        link.port(),
                        List.of("-Djdk.net.hosts.file=" + hosts, "-Xlog:class+load:file=" + loaded),
                        Map.of(
                                "MAINSWATCH_THING_NAME",
                                THING,
                                "MAINSWATCH_ENDPOINT",
                                "endpoint.example.com",
                                "MAINSWATCH_TLS",
                                "on",
                                "MAINSWATCH_ROOT_CA",
                                authority.pem(),
                                "MAINSWATCH_CERTIFICATE",
                                device.certificatePem(),
                                "MAINSWATCH_PRIVATE_KEY",
                                device.keyPem(),
                                "NOTIFY_SOCKET",
                                systemd.name(),
                                "WATCHDOG_USEC",
                                "2000000"))) {
            assertThat(systemd.next()).startsWith("READY=1");
            untilToldOf(
                    systemd,
                    "WATCHDOG=1\nSTATUS=cannot connect to mqtts://endpoint.example.com:" + link.port()
                            + ": the name endpoint.example.com cannot be resolved");

            Files.writeString(hosts, "127.0.0.1 localhost endpoint.example.com\n");
            untilToldOf(systemd, "WATCHDOG=1\nSTATUS=connected, all is answered");
            assertThat(cloud.events()).containsExactly(1L);

            edge.terminate();
            untilToldOf(systemd, "STOPPING=1");
            edge.status();
            await().until(() -> cloud.presence().size() == 2);
            assertThat(cloud.presence().get(1).path("clientInitiatedDisconnect").asBoolean())
                    .isTrue();
            assertThat(edge.log())
                    .doesNotContain("BEGIN")
                    .doesNotContain(device.keyPem().substring(40, 60));
        }
    }

    @Test
    void aDeafDeviceEndsItselfWithAStatusOfItsOwnAndTheNextStartReportsWhatWaited() throws Exception {
        aws.faults().arm(FaultOrder.of(new BrokerFault.WithholdPuback()).only(THING));
        Map<String, String> settings = Map.of("MAINSWATCH_THING_NAME", THING, "MAINSWATCH_DEAF_LIMIT", "3s");
        Path loaded = folder.resolve("loaded");
        List<String> options = List.of("-Xlog:class+load:file=" + loaded);
        try (EdgeProcess edge = new EdgeProcess(folder, aws.mqttPort(), options, settings)) {
            assertThat(edge.status()).as(edge.log()).isEqualTo(75);
            assertThat(edge.log()).contains("deaf for ").contains("to be started afresh");
            assertThat(Files.readString(loaded))
                    .as("without TLS, check and commission")
                    .doesNotContain(
                            "io.mainswatch.edge.tls.",
                            "org.bouncycastle",
                            "io.mainswatch.edge.check.",
                            "io.mainswatch.edge.Errand");
        }

        aws.faults().disarmAll();
        try (EdgeProcess next = new EdgeProcess(folder, aws.mqttPort(), List.of(), settings)) {
            await().atMost(LONG).until(() -> next.log().contains("accepted after"));
        }
        assertThat(cloud.events()).containsExactly(1L);
    }

    private static void untilToldOf(NotifySocket systemd, String beginning) {
        await().atMost(LONG).until(systemd::next, message -> message.startsWith(beginning));
    }
}
