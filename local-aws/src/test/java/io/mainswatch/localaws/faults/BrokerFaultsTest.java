package io.mainswatch.localaws.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The broker and the way to it on a bad day, as a client sees them. */
class BrokerFaultsTest {

    private static final MqttConnectOptions PERSISTENT = new MqttConnectOptions();

    static {
        PERSISTENT.setCleanSession(false);
    }

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    @Test
    void aStoppedBrokerTakesNobodyThenServesAgainAtItsPortWithItsSessions() throws Exception {
        int port = LOCAL.aws().mqttPort();
        MqttProbe before = MqttProbe.connect(LOCAL.aws(), "stayer", PERSISTENT)
                .listen("news")
                .listen("$aws/events/presence/disconnected/stayer");

        Arming stop = arm(FaultOrder.of(new BrokerFault.Stop()).lasting(Duration.ofMillis(700)));
        before.awaitClosed();
        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                        .isInstanceOf(ConnectException.class));
        before.client().close(true);

        awaitServed();
        try (MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "speaker")) {
            speaker.publish("news", "1");
        }
        try (MqttProbe after = MqttProbe.connect(LOCAL.aws(), "stayer", PERSISTENT)) {
            assertThat(after.next("news").asInt()).isEqualTo(1);
            assertThat(after.next("$aws/events/presence/disconnected/stayer")
                            .get("disconnectReason")
                            .asText())
                    .isEqualTo("SERVER_INITIATED_DISCONNECT");
        }
        assertThat(LOCAL.aws().mqttPort()).isEqualTo(port);
        assertThat(stop.struck()).isEqualTo(1);
        assertThat(stop.isArmed()).isFalse();
    }

    @Test
    void aStoppedBrokerServesAgainWhenItIsDisarmed() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "patient")) {
            arm(FaultOrder.of(new BrokerFault.Stop()));
            client.awaitClosed();
            arm(FaultOrder.of(new BrokerFault.Stop()).lasting(Duration.ofMinutes(10)));
        }

        LOCAL.aws().faults().disarm(BrokerFault.Stop.class);
        awaitServed();
    }

    @Test
    void aStoppedBrokerCanBeClosed(@TempDir Path folder) {
        LocalAws aws = LocalAws.builder().data(folder).freePorts().start();
        Arming stop = aws.faults().arm(FaultOrder.of(new BrokerFault.Stop()));
        await().atMost(5, SECONDS).until(() -> stop.struck() == 1);

        aws.close();
        assertThatCode(() -> LocalAws.builder()
                        .data(folder)
                        .mqttPort(aws.mqttPort())
                        .httpPort(0)
                        .start()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void theLinkOfOneThingIsCutAsOftenAsArmedAndOthersStay() throws MqttException {
        try (MqttProbe watcher =
                        MqttProbe.connect(LOCAL.aws(), "cut-watcher").listen("$aws/events/presence/disconnected/cut");
                MqttProbe other = MqttProbe.connect(LOCAL.aws(), "not-cut");
                MqttProbe cut = MqttProbe.connect(LOCAL.aws(), "cut")) {
            Arming cuts = arm(FaultOrder.of(new BrokerFault.LinkCut(Duration.ofMillis(100)))
                    .only("cut")
                    .times(2));

            cut.awaitClosed();
            assertThat(watcher.next("$aws/events/presence/disconnected/cut")
                            .get("disconnectReason")
                            .asText())
                    .isEqualTo("CONNECTION_LOST");
            cut.client().connect();
            cut.awaitClosed();
            assertThat(cuts.struck()).isEqualTo(2);
            assertThat(cuts.isArmed()).isFalse();
            cut.client().connect();
            assertThat(other.client().isConnected()).isTrue();
        }
    }

    @Test
    void withoutAThingAllLinksAreCut() throws MqttException {
        try (MqttProbe one = MqttProbe.connect(LOCAL.aws(), "all-1");
                MqttProbe two = MqttProbe.connect(LOCAL.aws(), "all-2")) {
            arm(FaultOrder.of(new BrokerFault.LinkCut(Duration.ofSeconds(1))).times(1));

            one.awaitClosed();
            two.awaitClosed();
        }
    }

    @Test
    void aMessageIsTakenButNotAcknowledged() throws MqttException {
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "ack-listener").listen("unacknowledged");
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "ack-speaker")) {
            Arming withheld = arm(FaultOrder.of(new BrokerFault.WithholdPuback())
                    .only("ack-speaker")
                    .times(1));
            MqttDeliveryToken token = publish(speaker, "unacknowledged", "1");

            assertThat(listener.next("unacknowledged").asInt()).isEqualTo(1);
            speaker.publish("unacknowledged", "2");
            assertThat(token.isComplete()).isFalse();
            assertThat(withheld.struck()).isEqualTo(1);
            assertThat(withheld.isArmed()).isFalse();
        }
    }

    @Test
    void aMessageComesTwiceAndTheNextOnce() throws MqttException {
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "twice").listen("repeated");
                MqttProbe speaker = MqttProbe.connect(LOCAL.aws(), "twice-speaker")) {
            Arming twice = arm(
                    FaultOrder.of(new BrokerFault.DeliverTwice()).only("twice").times(1));
            speaker.publish("repeated", "1");
            await().atMost(5, SECONDS).until(() -> listener.heardOn("repeated").size() == 2);
            speaker.publish("repeated", "2");

            await().atMost(5, SECONDS).until(() -> listener.heardOn("repeated").size() == 3);
            assertThat(listener.heardOn("repeated"))
                    .extracting(message -> message.json().asInt())
                    .containsExactly(1, 1, 2);
            assertThat(twice.struck()).isEqualTo(1);
            assertThat(twice.isArmed()).isFalse();
        }
    }

    private static Arming arm(FaultOrder order) {
        return LOCAL.aws().faults().arm(order);
    }

    private static MqttDeliveryToken publish(MqttProbe probe, String topic, String payload) throws MqttException {
        return probe.client().getTopic(topic).publish(payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    private static void awaitServed() {
        await("the port is open again").atMost(10, SECONDS).ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", LOCAL.aws().mqttPort()).close();
            return true;
        });
    }
}
