package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-in is killed at moments that nobody chose, while a fleet updates its shadows, over and over in one folder. What
 * it accepted is there afterwards, and whoever subscribed with a persistent session hears of it.
 *
 * <p>{@code -Dkills=200} for the long run; docs/reliability.md has its result.
 */
class StandInKillIT {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int THINGS = 50;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int httpPort = Installation.freePort();
    private final int mqttPort = Installation.freePort();
    private final Fleet fleet = new Fleet(mqttPort, THINGS);

    @Test
    void whateverWasAcceptedBeforeAKillIsThereAfterIt() throws Exception {
        Random random = new Random(20261124);
        try (Program localAws = localAws()) {
            localAws.start();
            fleet.listen().close();
            for (int kill = 1; kill <= KILLS; kill++) {
                AutoCloseable listener = fleet.listen();
                Map<String, Integer> before = stored();
                AutoCloseable load = fleet.update(before);
                int enough = fleet.accepted() + THINGS + random.nextInt(10 * THINGS);
                await("updates in round " + kill)
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> fleet.accepted() >= enough);

                localAws.kill();
                load.close();
                listener.close();
                localAws.start();

                assertNothingIsLost(kill, before);
            }
        }
        System.out.println(KILLS + " kills, " + fleet.accepted() + " updates accepted, none lost");
    }

    /** @param before what was stored when this round began: of the last of it, the kill may have kept the news from the thing */
    private void assertNothingIsLost(int kill, Map<String, Integer> before) throws Exception {
        Map<String, Integer> stored = stored();
        for (int thing = 0; thing < THINGS; thing++) {
            int known = Math.max(fleet.accepted(thing), before.getOrDefault(Fleet.name(thing), 0));
            assertThat(stored.get(Fleet.name(thing)))
                    .as("%s after kill %d", Fleet.name(thing), kill)
                    .isBetween(known, known + 1);
        }
        AutoCloseable listener = fleet.listen();
        await("documents of all that was accepted, after kill " + kill)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fleet.unheard()).isEmpty());
        listener.close();
    }

    /** What each shadow has now; every accepted update took one version and none took two. */
    private Map<String, Integer> stored() {
        Map<String, Integer> stored = new HashMap<>();
        for (JsonNode thing : new Console(URI.create("http://127.0.0.1:" + httpPort)).things()) {
            JsonNode shadow = thing.get("shadow");
            int n = shadow.at("/state/reported/n").asInt();
            assertThat(shadow.get("version").asInt())
                    .as("version of %s", thing.get("name"))
                    .isEqualTo(n);
            stored.put(thing.get("name").asText(), n);
        }
        return stored;
    }

    private Program localAws() {
        return new Program(
                List.of("local-aws"),
                Map.of(
                        "MAINSWATCH_DATA", folder.resolve("data").toString(),
                        "MAINSWATCH_MQTT_PORT", Integer.toString(mqttPort),
                        "MAINSWATCH_MQTTS_PORT", "0",
                        "MAINSWATCH_HTTP_PORT", Integer.toString(httpPort)),
                folder.resolve("local-aws.log"));
    }
}
