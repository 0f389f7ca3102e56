package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.edge.tls.Authority;
import io.mainswatch.edge.tls.TlsDoor;
import io.mainswatch.localaws.LocalAws;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link between the edge and AWS: bad, and encrypted. */
class LinkTest {

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
    void aLinkThatSwallowsEverythingIsGivenUpAndTheEventArrivesOverTheNextOne() throws Exception {
        try (Relay link = new Relay(ServerSocketFactory.getDefault(), aws.mqttPort())) {
            RunningEdge edge = RunningEdge.in(folder, link.port(), Map.of("MAINSWATCH_THING_NAME", THING));
            await().until(() -> cloud.events().contains(1L));

            link.swallow(true);
            Files.writeString(folder.resolve("lines/line-4"), "0\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> cloud.presence().size() == 2);
            link.swallow(false);

            await().atMost(Duration.ofSeconds(30)).until(() -> cloud.events().contains(2L));
            edge.stop();
        }
    }

    @Test
    void aLinkThatIsCutIsThereAgainSoon() throws Exception {
        try (Relay link = new Relay(ServerSocketFactory.getDefault(), aws.mqttPort())) {
            RunningEdge edge = RunningEdge.in(folder, link.port(), Map.of("MAINSWATCH_THING_NAME", THING));
            await().until(() -> cloud.events().contains(1L));

            link.cut();
            Files.writeString(folder.resolve("lines/line-4"), "0\n");

            await().until(() -> cloud.events().contains(2L));
            edge.stop();
        }
    }

    @Test
    void tlsWithTheThingsCertificateWorksAndTheHostNameIsChecked() throws Exception {
        Authority authority = new Authority("root");
        Authority.Issued device = authority.issue(THING);
        TlsDoor door = new TlsDoor(authority.issue("server", "localhost"), authority);
        Map<String, String> tls = Map.of(
                "MAINSWATCH_THING_NAME", THING,
                "MAINSWATCH_TLS", "on",
                "MAINSWATCH_ROOT_CA", authority.pem(),
                "MAINSWATCH_CERTIFICATE", device.certificatePem(),
                "MAINSWATCH_PRIVATE_KEY", device.keyPem());
        try (Relay link = new Relay(door, aws.mqttPort())) {
            RunningEdge stranger = RunningEdge.in(folder, link.port(), with(tls, "MAINSWATCH_ENDPOINT", "127.0.0.1"));
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(cloud.presence()).isEmpty();
            stranger.stop();

            RunningEdge edge = RunningEdge.in(folder, link.port(), with(tls, "MAINSWATCH_ENDPOINT", "localhost"));
            await().until(() -> cloud.events().contains(1L));
            edge.stop();
        }
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(key, value);
        return all;
    }
}
