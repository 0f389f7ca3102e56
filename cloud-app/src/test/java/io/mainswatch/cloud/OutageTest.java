package io.mainswatch.cloud;

import static io.mainswatch.cloud.Reported.document;
import static io.mainswatch.cloud.Reported.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.cloud.database.DatabaseAddress;
import io.mainswatch.cloud.settings.CloudSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each neighbour goes away and comes back; nothing is lost and nothing is mailed twice. */
class OutageTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Instant TAKEN = Instant.parse("2025-11-23T13:47:03Z");

    @TempDir
    Path folder;

    private final Map<String, String> keys = new HashMap<>();

    @BeforeEach
    void useATopicRootOfOurOwn() {
        keys.put(CloudSettings.TOPIC_ROOT, "test");
    }

    @Test
    void theBrokerMayComeLater() throws Exception {
        int mqttPort = RunningCloud.freePort();
        int httpPort = RunningCloud.freePort();
        keys.put(CloudSettings.PORT, Integer.toString(mqttPort));
        keys.put(CloudSettings.AWS_ENDPOINT, "http://127.0.0.1:" + httpPort);
        try (RunningCloud cloud = RunningCloud.start(folder, Databases.create(), keys)) {
            assertThat(cloud.health()).startsWith("{\"status\":\"DOWN\"").contains("intake-mqtt");

            try (StandIn aws = StandIn.start(folder.resolve("aws"), mqttPort, httpPort)) {
                await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));
                thing(aws, cloud, "cabin");
                lose(aws, "cabin");
                await().atMost(SOON).until(() -> aws.mails().size() == 1);
            }
            await().atMost(SOON).until(() -> cloud.health().contains("Not connected to tcp"));
        }
    }

    @Test
    void whatTheBrokerKeptMeanwhileIsStoredWithoutGapAndStop() throws Exception {
        int kept = 40;
        try (StandIn aws = StandIn.start(folder.resolve("aws"))) {
            keys.putAll(aws.keys());
            DatabaseAddress database = Databases.create();
            try (RunningCloud cloud = RunningCloud.start(folder, database, keys)) {
                await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));
            }
            for (int i = 1; i <= kept; i++) {
                publish(aws, "away", document(i, TAKEN.plusSeconds(i), "{}", "{\"n\":" + i + "}"));
            }
            try (RunningCloud cloud = RunningCloud.start(folder, database, keys)) {
                await().atMost(SOON)
                        .until(() -> cloud.count("select count(*) from inbox where done_at is not null") == kept);
                publish(aws, "away", document(kept + 1, TAKEN.plusSeconds(kept + 1), "{}", "{\"n\":0}"));
                await().atMost(SOON).until(() -> cloud.count("select count(*) from inbox") == kept + 1);
            }
        }
    }

    @Test
    void sesMayBeAwayForAWhile() throws Exception {
        int sesPort = RunningCloud.freePort();
        try (StandIn aws = StandIn.start(folder.resolve("aws"))) {
            keys.putAll(aws.keys());
            keys.put("camel.component.aws2-ses.uriEndpointOverride", "http://127.0.0.1:" + sesPort);
            try (RunningCloud cloud = RunningCloud.start(folder, Databases.create(), keys)) {
                thing(aws, cloud, "cabin");
                await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));
                lose(aws, "cabin");
                await().atMost(SOON)
                        .until(() -> cloud.count(
                                        "select count(*) from notification where status = 'pending' and attempts > 1"
                                                + " and error like '%Connection refused%' and due_at > now()")
                                == 1);

                try (StandIn ses = StandIn.start(folder.resolve("ses"), 0, sesPort)) {
                    await().atMost(SOON).until(() -> ses.mails().size() == 1);
                    await().atMost(SOON)
                            .until(() -> cloud.count("select count(*) from notification where status = 'sent'") == 1);
                    assertThat(ses.mails()).hasSize(1);
                }
            }
        }
    }

    @Test
    void theRegistryMayBeAwayForAWhile() throws Exception {
        int registryPort = RunningCloud.freePort();
        try (StandIn aws = StandIn.start(folder.resolve("aws"))) {
            keys.putAll(aws.keys());
            keys.put("camel.component.aws2-iot.uriEndpointOverride", "http://127.0.0.1:" + registryPort);
            try (RunningCloud cloud = RunningCloud.start(folder, Databases.create(), keys)) {
                try (StandIn registry = StandIn.start(folder.resolve("registry"), 0, registryPort)) {
                    thing(registry, cloud, "cabin");
                }
                await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));
                lose(aws, "cabin");
                publish(aws, "cabin", document(3, TAKEN.plusSeconds(65), power("off", 2), power("on", 3)));
                await().atMost(SOON)
                        .until(() -> cloud.count("select count(*) from inbox where attempts > 0 and parked_at is null")
                                == 1);
                assertThat(cloud.count("select count(*) from shadow_state")).isZero();

                try (StandIn registry = StandIn.start(folder.resolve("registry"), 0, registryPort)) {
                    assertThat(registry.httpPort()).isEqualTo(registryPort);
                    await().atMost(SOON).until(() -> aws.mails().size() == 2);
                }
                assertThat(aws.mails().get(1).subject()).isEqualTo("Power is back at cabin after 1 min 5 s");
            }
        }
    }

    @Test
    void theDatabaseMayComeLaterAndRestart() throws Exception {
        int port = RunningCloud.freePort();
        DatabaseAddress database =
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "unused");
        try (StandIn aws = StandIn.start(folder.resolve("aws"))) {
            keys.putAll(aws.keys());
            Thread late = new Thread(() -> runServer(port));
            late.start();
            try (RunningCloud cloud = RunningCloud.start(folder, database, keys)) {
                late.join();
                thing(aws, cloud, "cabin");
                await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));

                server.close();
                lose(aws, "cabin");
                await().atMost(SOON).until(() -> cloud.health().contains("\"database\",\"status\":\"DOWN\""));
                runServer(port);

                await().atMost(SOON).until(() -> aws.mails().size() == 1);
                assertThat(cloud.count("select count(*) from inbox where done_at is not null"))
                        .isEqualTo(1);
            } finally {
                server.close();
            }
        }
    }

    private volatile EmbeddedPostgres server;

    private void runServer(int port) {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgresql"))
                    .setOverrideWorkingDirectory(
                            Path.of("target/test-postgresql/postgresql-server").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thing(StandIn aws, RunningCloud cloud, String name) {
        UUID account = cloud.addAccount("Owner", "ann@example.org");
        aws.createThing(name, Map.of("account-id", account.toString()));
    }

    private static void lose(StandIn aws, String thing) throws Exception {
        publish(aws, thing, document(2, TAKEN, power("on", 1), power("off", 2)));
    }

    private static void publish(StandIn aws, String thing, String document) throws Exception {
        aws.publish("test/things/" + thing + "/shadow/update/documents", document);
    }
}
