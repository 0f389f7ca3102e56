package io.mainswatch.localaws.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.MqttProbe;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lifecycle events on a bad day, as a subscriber sees them. */
class PresenceFaultsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static MqttProbe watcher;

    @BeforeAll
    static void watch() throws MqttException {
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen("$aws/events/presence/+/+");
    }

    @AfterAll
    static void stopWatching() throws MqttException {
        watcher.close();
    }

    @Test
    void anEventComesTwiceAsOftenAsArmed() throws MqttException {
        Arming twice =
                arm(FaultOrder.of(new PresenceFault.Duplicate()).only("twin").times(1));
        comeAndGo("twin");

        awaitKinds("twin", "connected", "connected", "disconnected");
        assertThat(twice.struck()).isEqualTo(1);
        assertThat(twice.isArmed()).isFalse();
    }

    @Test
    void anEventComesAfterTheNextOfItsClient() throws MqttException {
        Arming reorder = arm(FaultOrder.of(new PresenceFault.Reorder(Duration.ofSeconds(30)))
                .only("late")
                .times(1));
        comeAndGo("late");

        awaitKinds("late", "disconnected", "connected");
        assertThat(reorder.struck()).isEqualTo(1);
    }

    @Test
    void anEventThatWaitsForANextOneInVainComesAnyway() throws MqttException {
        arm(FaultOrder.of(new PresenceFault.Reorder(Duration.ofMillis(200))).only("alone"));
        try (MqttProbe alone = MqttProbe.connect(LOCAL.aws(), "alone")) {
            awaitKinds("alone", "connected");
            assertThat(alone.client().isConnected()).isTrue();
        }
    }

    @Test
    void anEventComesLate() throws MqttException {
        Arming late = arm(FaultOrder.of(new PresenceFault.Delay(Duration.ofMillis(300)))
                .only("slow")
                .times(1));
        long before = System.nanoTime();
        comeAndGo("slow");

        awaitKinds("slow", "disconnected", "connected");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
        assertThat(late.struck()).isEqualTo(1);
    }

    @Test
    void anEventNeverComesAndTheNextDoes() throws MqttException {
        Arming drop = arm(FaultOrder.of(new PresenceFault.Drop()).only("lost").times(1));
        comeAndGo("lost");

        awaitKinds("lost", "disconnected");
        assertThat(drop.struck()).isEqualTo(1);
    }

    @Test
    void anEventsTimeStampIsOff() throws MqttException {
        long before = System.currentTimeMillis();
        arm(FaultOrder.of(new PresenceFault.Skew(Duration.ofSeconds(-90)))
                .only("skewed")
                .times(1));
        comeAndGo("skewed");

        awaitKinds("skewed", "connected", "disconnected");
        List<Long> stamps = watcher.heard().stream()
                .filter(event -> event.topic().endsWith("/skewed"))
                .map(event -> event.json().get("timestamp").asLong())
                .toList();
        assertThat(stamps.get(0)).isBetween(before - 90_000, before - 60_000);
        assertThat(stamps.get(1)).isGreaterThanOrEqualTo(before);
    }

    private static Arming arm(FaultOrder order) {
        return LOCAL.aws().faults().arm(order);
    }

    private static void comeAndGo(String client) throws MqttException {
        MqttProbe.connect(LOCAL.aws(), client).close();
    }

    private static void awaitKinds(String client, String... kinds) {
        await("events of " + client)
                .atMost(10, SECONDS)
                .until(() -> watcher.heard().stream()
                        .filter(event -> event.topic().endsWith("/" + client))
                        .map(event -> event.json().get("eventType").asText())
                        .toList()
                        .equals(List.of(kinds)));
    }
}
