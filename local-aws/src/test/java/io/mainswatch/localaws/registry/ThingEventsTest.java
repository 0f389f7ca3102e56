package io.mainswatch.localaws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Configuration;
import software.amazon.awssdk.services.iot.model.DescribeEventConfigurationsResponse;
import software.amazon.awssdk.services.iot.model.EventType;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;

class ThingEventsTest {

    private static final String EVENTS = "$aws/events/thing/";

    @TempDir
    Path folder;

    @Test
    void eventsAreOffUntilTheyAreSwitchedOnAndStaySoAfterARestart() throws MqttException {
        try (LocalAws aws = start();
                IotClient iot = AwsClients.iot(aws)) {
            DescribeEventConfigurationsResponse before = iot.describeEventConfigurations(r -> {});
            assertThat(before.eventConfigurations().get(EventType.THING).enabled())
                    .isFalse();
            assertThat(before.creationDate()).isNull();
            iot.createThing(r -> r.thingName("quiet"));
            enable(iot, EventType.THING);
        }
        try (LocalAws aws = start();
                IotClient iot = AwsClients.iot(aws);
                MqttProbe listener = MqttProbe.connect(aws, "listener").listen(EVENTS + "#")) {
            DescribeEventConfigurationsResponse after = iot.describeEventConfigurations(r -> {});
            assertThat(after.eventConfigurations().get(EventType.THING).enabled())
                    .isTrue();
            assertThat(after.lastModifiedDate()).isEqualTo(after.creationDate());

            iot.createThing(r -> r.thingName("cabin").attributePayload(p -> p.attributes(Map.of("site", "north"))));
            iot.createThing(r -> r.thingName("cabin").attributePayload(p -> p.attributes(Map.of("site", "north"))));
            iot.updateThing(r -> r.thingName("cabin").attributePayload(p -> p.attributes(Map.of("site", "south"))));
            iot.deleteThing(r -> r.thingName("cabin"));
            iot.deleteThing(r -> r.thingName("quiet"));

            assertCreated(listener.next(EVENTS + "cabin/created"));
            JsonNode updated = listener.next(EVENTS + "cabin/updated");
            assertThat(updated.get("versionNumber").asLong()).isEqualTo(2);
            assertThat(updated.at("/attributes/site").asText()).isEqualTo("south");
            assertThat(listener.next(EVENTS + "cabin/deleted").get("operation").asText())
                    .isEqualTo("DELETED");
            listener.next(EVENTS + "quiet/deleted");
            assertThat(listener.heard()).hasSize(4);
        }
    }

    private static void assertCreated(JsonNode created) {
        assertThat(created.get("eventType").asText()).isEqualTo("THING_EVENT");
        assertThat(created.get("operation").asText()).isEqualTo("CREATED");
        assertThat(created.get("thingName").asText()).isEqualTo("cabin");
        assertThat(created.get("versionNumber").asLong()).isEqualTo(1);
        assertThat(created.get("thingTypeName").isNull()).isTrue();
        assertThat(created.at("/attributes/site").asText()).isEqualTo("north");
        assertThat(created.get("eventId").asText()).isNotEmpty();
        assertThat(created.get("thingId").asText()).isNotEmpty();
        assertThat(created.get("timestamp").asLong()).isPositive();
    }

    @Test
    void eventsThatAreNotPublishedHereCannotBeSwitchedOn() {
        try (LocalAws aws = start();
                IotClient iot = AwsClients.iot(aws)) {
            assertThatThrownBy(() -> enable(iot, EventType.JOB))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("only THING events");
        }
    }

    private static void enable(IotClient iot, EventType type) {
        iot.updateEventConfigurations(r -> r.eventConfigurations(
                Map.of(type, Configuration.builder().enabled(true).build())));
    }

    private LocalAws start() {
        return LocalAws.builder().data(folder).freePorts().start();
    }
}
