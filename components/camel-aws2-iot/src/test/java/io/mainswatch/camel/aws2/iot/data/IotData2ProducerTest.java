package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mainswatch.camel.aws2.iot.plane.RunningContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowResponse;
import software.amazon.awssdk.services.iotdataplane.model.PublishRequest;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;

class IotData2ProducerTest {

    private static final String REPORT = "{\"state\":{\"reported\":{\"room\":\"Küche\"}}}";

    private final RunningContext<IotDataPlaneClient> camel = new RunningContext<>(IotDataPlaneClient.class);

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void optionsStandInForHeaders() {
        send("operation=getThingShadow&thingName=lamp&shadowName=light", null, Map.of());

        assertThat(camel.aws().lastRequest())
                .isEqualTo(GetThingShadowRequest.builder()
                        .thingName("lamp")
                        .shadowName("light")
                        .build());
    }

    @Test
    void headersWinOverOptions() {
        send(
                "operation=getThingShadow&thingName=lamp&shadowName=light",
                null,
                Map.of(IotData2Constants.THING_NAME, "door", IotData2Constants.SHADOW_NAME, "lock"));

        assertThat(camel.aws().lastRequest())
                .isEqualTo(GetThingShadowRequest.builder()
                        .thingName("door")
                        .shadowName("lock")
                        .build());
    }

    @Test
    void aMissingThingNameIsNamedAsHeaderAndAsOption() {
        assertThat(send("operation=getThingShadow", null, Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(IotData2Constants.THING_NAME, "option thingName");
    }

    static Stream<Object> bodies() {
        byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                bytes,
                REPORT,
                new ByteArrayInputStream(bytes),
                SdkBytes.fromByteArray(bytes),
                json.objectNode()
                        .set(
                                "state",
                                json.objectNode()
                                        .set("reported", json.objectNode().put("room", "Küche"))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aDocumentMayBeBytesTextStreamOrTree(Object body) {
        Exchange exchange = send("operation=updateThingShadow&thingName=lamp", body, Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(((UpdateThingShadowRequest) camel.aws().lastRequest())
                        .payload()
                        .asUtf8String())
                .isEqualTo(REPORT);
    }

    @Test
    void aBodyThatIsNoDocumentIsRefusedWithItsType() {
        assertThat(send("operation=updateThingShadow&thingName=lamp", Map.of("state", "x"), Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "UpdateThingShadowRequest",
                        "byte[]",
                        Map.of("state", "x").getClass().getName());
        assertThat(camel.aws().requestCount()).isZero();
    }

    @Test
    void anUpdateNeedsABody() {
        assertThat(send("operation=updateThingShadow&thingName=lamp", null, Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body");
    }

    @Test
    void publishUsesTheOptionsAndAtLeastOnceUnlessTold() {
        send("operation=publish&topic=home/lamp&retain=true", "on", Map.of());

        assertThat(camel.aws().lastRequest())
                .isEqualTo(PublishRequest.builder()
                        .topic("home/lamp")
                        .qos(1)
                        .retain(true)
                        .payload(SdkBytes.fromUtf8String("on"))
                        .build());
    }

    @Test
    void publishWithoutABodySendsAnEmptyMessage() {
        Exchange exchange = send("operation=publish&topic=home/lamp", null, Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(((PublishRequest) camel.aws().lastRequest()).payload()).isNull();
    }

    @Test
    void headersOfAnEarlierDocumentDoNotSurvive() {
        camel.aws()
                .answer(GetThingShadowResponse.builder()
                        .payload(SdkBytes.fromUtf8String("{\"state\":{},\"version\":2}"))
                        .build());

        Exchange exchange = send(
                "operation=getThingShadow&thingName=lamp",
                null,
                Map.of(IotData2Constants.VERSION, 1L, IotData2Constants.CLIENT_TOKEN, "old"));

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(IotData2Constants.VERSION, 2L)
                .doesNotContainKey(IotData2Constants.CLIENT_TOKEN);
    }

    @Test
    void anAnswerThatIsNotJsonFailsTheExchange() {
        camel.aws()
                .answer(GetThingShadowResponse.builder()
                        .payload(SdkBytes.fromUtf8String("<html>"))
                        .build());

        assertThat(send("operation=getThingShadow&thingName=lamp", null, Map.of())
                        .getException())
                .hasMessageContaining("not JSON");
    }

    private Exchange send(String options, Object body, Map<String, Object> headers) {
        return camel.send("aws2-iot-data:test?" + options, body, headers);
    }
}
