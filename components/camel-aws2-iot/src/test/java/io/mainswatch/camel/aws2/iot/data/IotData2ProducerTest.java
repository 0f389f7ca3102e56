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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowResponse;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.iotdataplane.model.PublishRequest;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;

class IotData2ProducerTest {

    private static final String REPORT = "{\"state\":{\"reported\":{\"room\":\"Küche\"}}}";

    private static final AwsServiceException NO_SHADOW = ResourceNotFoundException.builder()
            .message("No shadow exists with name: 'lamp'")
            .statusCode(404)
            .build();

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

    @Test
    void aShadowThatIsNotThereFailsUnlessTold() {
        camel.aws().fail(NO_SHADOW);

        assertThat(send("operation=getThingShadow&thingName=lamp", "before", Map.of())
                        .getException())
                .isSameAs(NO_SHADOW);
        assertThat(send("operation=getThingShadow&thingName=lamp&ifAbsent=fail", "before", Map.of())
                        .getException())
                .isSameAs(NO_SHADOW);
    }

    @Test
    void aShadowThatIsNotThereIsAnEmptyMessageWhenAskedFor() {
        camel.aws().fail(NO_SHADOW);

        Exchange exchange = send(
                "operation=getThingShadow&thingName=lamp&ifAbsent=empty",
                "before",
                Map.of(IotData2Constants.VERSION, 6L, IotData2Constants.TIMESTAMP, 1L));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(IotData2Constants.ABSENT, true)
                .doesNotContainKeys(IotData2Constants.VERSION, IotData2Constants.TIMESTAMP);
    }

    @Test
    void aShadowThatIsThereIsNotAbsent() {
        camel.aws()
                .answer(GetThingShadowResponse.builder()
                        .payload(SdkBytes.fromUtf8String("{\"version\":2}"))
                        .build());

        assertThat(send(
                                "operation=getThingShadow&thingName=lamp&ifAbsent=empty",
                                null,
                                Map.of(IotData2Constants.ABSENT, true))
                        .getMessage()
                        .getHeaders())
                .doesNotContainKey(IotData2Constants.ABSENT);
    }

    @Test
    void anotherErrorIsNoAbsenceNotEvenAnother404() {
        AwsServiceException notFound =
                IotDataPlaneException.builder().statusCode(404).build();
        camel.aws().fail(notFound);

        assertThat(send("operation=getThingShadow&thingName=lamp&ifAbsent=empty", null, Map.of())
                        .getException())
                .isSameAs(notFound);
    }

    @Test
    void onlyAReadCanFindNothing() {
        camel.aws().fail(NO_SHADOW);

        assertThat(send("operation=deleteThingShadow&thingName=lamp&ifAbsent=empty", null, Map.of())
                        .getException())
                .isSameAs(NO_SHADOW);
    }

    static Stream<Arguments> names() {
        String rule = "of the characters a-z, A-Z, 0-9";
        return Stream.of(
                Arguments.of(IotData2Constants.THING_NAME, "Küche", rule),
                Arguments.of(IotData2Constants.THING_NAME, "a/b", rule),
                Arguments.of(IotData2Constants.THING_NAME, "x".repeat(129), rule),
                Arguments.of(IotData2Constants.SHADOW_NAME, "a b", rule),
                Arguments.of(IotData2Constants.SHADOW_NAME, "x".repeat(65), "leave it out for the classic shadow"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameThatAwsWouldNotTakeIsRefusedWithHeaderValueAndRule(String header, String name, String rule) {
        Exchange exchange =
                send("operation=getThingShadow&thingName=lamp&shadowName=light", null, Map.of(header, name));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("The header " + header, "'" + name + "'", rule);
        assertThat(camel.aws().requestCount()).isZero();
    }

    @Test
    void namesMayBeAsLongAsAwsTakesThem() {
        Map<String, Object> headers = Map.of(
                IotData2Constants.THING_NAME, "x".repeat(128), IotData2Constants.SHADOW_NAME, "$" + "x".repeat(63));

        assertThat(send("operation=deleteThingShadow", null, headers).getException())
                .isNull();
        assertThat(camel.aws().requestCount()).isOne();
    }

    @Test
    void aMessageMayHave128KilobytesAndNotOneByteMore() {
        assertThat(send("operation=publish&topic=home/lamp", new byte[131_072], Map.of())
                        .getException())
                .isNull();

        assertThat(send("operation=publish&topic=home/lamp", new byte[131_073], Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("home/lamp", "131073 bytes", "at most 131072", "make it smaller");
        assertThat(camel.aws().requestCount()).isOne();
    }

    @Test
    void theSizeOfAShadowIsForAwsToJudge() {
        String large = "{\"state\":{\"reported\":{\"text\":\"" + "x".repeat(200_000) + "\"}}}";

        send("operation=updateThingShadow&thingName=lamp", large, Map.of());

        assertThat(camel.aws().requestCount()).isOne();
    }

    private Exchange send(String options, Object body, Map<String, Object> headers) {
        return camel.send("aws2-iot-data:test?" + options, body, headers);
    }
}
