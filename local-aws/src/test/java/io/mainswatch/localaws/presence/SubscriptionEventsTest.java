package io.mainswatch.localaws.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubscriptionEventsTest {

    private static final String SUBSCRIBED = "$aws/events/subscriptions/subscribed/";
    private static final String UNSUBSCRIBED = "$aws/events/subscriptions/unsubscribed/";

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static MqttProbe watcher;

    @BeforeAll
    static void watch() throws MqttException {
        watcher = MqttProbe.connect(LOCAL.aws(), "watcher").listen("$aws/events/#");
    }

    @AfterAll
    static void stopWatching() throws MqttException {
        watcher.close();
    }

    @Test
    void eachPacketIsToldWithItsFiltersInTheSessionOfItsConnect() throws MqttException {
        try (MqttProbe client = MqttProbe.connect(LOCAL.aws(), "reader")) {
            client.client().subscribe(new String[] {"a/b", "c/+"});
            client.client().unsubscribe("a/b");
        }

        JsonNode subscribed = watcher.next(SUBSCRIBED + "reader");
        assertThat(subscribed.get("clientId").asText()).isEqualTo("reader");
        assertThat(subscribed.get("eventType").asText()).isEqualTo("subscribed");
        assertThat(subscribed.get("topics").toString()).isEqualTo("[\"a/b\",\"c/+\"]");
        assertThat(subscribed.get("timestamp").isIntegralNumber()).isTrue();
        assertThat(subscribed.get("principalIdentifier").asText()).isNotEmpty();
        assertThat(subscribed.get("sessionIdentifier"))
                .isEqualTo(watcher.next("$aws/events/presence/connected/reader").get("sessionIdentifier"));
        JsonNode unsubscribed = watcher.next(UNSUBSCRIBED + "reader");
        assertThat(unsubscribed.get("eventType").asText()).isEqualTo("unsubscribed");
        assertThat(unsubscribed.get("topics").toString()).isEqualTo("[\"a/b\"]");
        assertThat(watcher.heardOn(SUBSCRIBED + "reader")).hasSize(1);
    }

    @Test
    void whatWasNotGrantedOrNeverWasIsNotTold() throws MqttException {
        MqttProbe forbidden = MqttProbe.connect(LOCAL.aws(), "forbidden");
        try {
            forbidden.client().unsubscribe("never/subscribed");
            forbidden.client().subscribe("$SYS/#");
        } catch (MqttException closed) {
            forbidden.awaitClosed();
        }
        forbidden.close();

        assertThat(watcher.next("$aws/events/presence/disconnected/forbidden")
                        .get("disconnectReason")
                        .asText())
                .isEqualTo("AUTH_ERROR");
        assertThat(watcher.heardOn(SUBSCRIBED + "forbidden")).isEmpty();
        assertThat(watcher.heardOn(UNSUBSCRIBED + "forbidden")).isEmpty();
    }
}
