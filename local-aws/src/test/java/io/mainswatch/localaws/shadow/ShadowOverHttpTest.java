package io.mainswatch.localaws.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingResponse;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

class ShadowOverHttpTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotDataPlaneClient data;

    @BeforeAll
    static void connect() {
        data = AwsClients.data(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        data.close();
    }

    @Test
    void aShadowIsUpdatedReadAndDeleted() {
        assertThat(update("cabin", null, "{\"state\":{\"desired\":{\"a\":1}}}")).contains("\"version\":1");
        assertThat(data.getThingShadow(r -> r.thingName("cabin")).payload().asUtf8String())
                .contains("\"delta\":{\"a\":1}");
        assertThat(data.deleteThingShadow(r -> r.thingName("cabin")).payload().asUtf8String())
                .contains("\"version\":1");
        assertThatThrownBy(() -> data.getThingShadow(r -> r.thingName("cabin")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("No shadow exists with name: 'cabin'");
    }

    @Test
    void subscribersHearOfUpdatesAndDeletesByHttpButNotOfErrors() throws MqttException {
        String shadow = "$aws/things/shed/shadow";
        try (MqttProbe listener =
                MqttProbe.connect(LOCAL.aws(), "http-listener").listen(shadow + "/#")) {
            assertThatThrownBy(() -> update("shed", null, "{}")).isInstanceOf(InvalidRequestException.class);
            update("shed", null, "{\"state\":{\"desired\":{\"a\":1}}}");
            data.deleteThingShadow(r -> r.thingName("shed"));

            listener.next(shadow + "/update/delta");
            listener.next(shadow + "/update/documents");
            listener.next(shadow + "/update/accepted");
            listener.next(shadow + "/delete/accepted");
            assertThat(listener.heardOn(shadow + "/update/rejected")).isEmpty();
        }
    }

    @Test
    void aWrongVersionIsAConflict() {
        update("barn", null, "{\"state\":{}}");

        assertThatThrownBy(() -> update("barn", null, "{\"state\":{},\"version\":9}"))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void namedShadowsAreListedWithoutTheClassicOneInPages() {
        update("mill", null, "{\"state\":{}}");
        for (String name : new String[] {"c", "a", "b"}) {
            update("mill", name, "{\"state\":{}}");
        }

        ListNamedShadowsForThingResponse first =
                data.listNamedShadowsForThing(r -> r.thingName("mill").pageSize(2));
        assertThat(first.results()).containsExactly("a", "b");
        ListNamedShadowsForThingResponse second =
                data.listNamedShadowsForThing(r -> r.thingName("mill").nextToken(first.nextToken()));
        assertThat(second.results()).containsExactly("c");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aMessageMayBePublishedAndAShadowRequestAmongThemIsOne() throws MqttException {
        String shadow = "$aws/things/tower/shadow";
        try (MqttProbe listener = MqttProbe.connect(LOCAL.aws(), "topic-listener")
                .listen("site/#")
                .listen(shadow + "/#")) {
            data.publish(r -> r.topic("site/a&b %/status").qos(1).payload(SdkBytes.fromUtf8String("{\"n\":1}")));
            data.publish(r -> r.topic(shadow + "/update").payload(SdkBytes.fromUtf8String("{\"state\":{}}")));

            assertThat(listener.next("site/a&b %/status").get("n").asInt()).isEqualTo(1);
            listener.next(shadow + "/update/accepted");
        }
    }

    @Test
    void theServicesTopicsMayNotBePublishedToByHttpEither() {
        assertThatThrownBy(() -> data.publish(r -> r.topic("$aws/events/presence/connected/x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("reserved topic");
    }

    @Test
    void aBadShadowNameIsRefusedWithTheRule() {
        assertThatThrownBy(() -> update("tower", "a b", "{\"state\":{}}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("shadow name 'a b'");
    }

    private static String update(String thing, String shadow, String document) {
        return data.updateThingShadow(
                        r -> r.thingName(thing).shadowName(shadow).payload(SdkBytes.fromUtf8String(document)))
                .payload()
                .asUtf8String();
    }
}
