package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.plane.RunningContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;

class ExpectedVersionTest {

    private final RunningContext<IotDataPlaneClient> camel = new RunningContext<>(IotDataPlaneClient.class);

    @AfterEach
    void stop() {
        camel.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":{\"n\":1.50e0}}                  | {\"version\":7,\"state\":{\"n\":1.50e0}}",
                "{ \"state\" : {\"room\":\"K\\u00fcche\"} }  | {\"version\":7, \"state\" : {\"room\":\"K\\u00fcche\"} }",
                "{\"state\":{\"version\":3,\"b\":[{}]}}      | {\"version\":7,\"state\":{\"version\":3,\"b\":[{}]}}",
                "{}                                          | {\"version\":7}",
                "{\"state\":{},\"version\":7}                | {\"state\":{},\"version\":7}"
            })
    void theVersionIsPutInAndTheRestIsLeftAsItWas(String body, String sent) {
        send("version=7&", body, Map.of());

        assertThat(sentDocument()).isEqualTo(sent);
    }

    @Test
    void theHeaderWinsOverTheOption() {
        send("version=7&", "{}", Map.of(IotData2Constants.EXPECTED_VERSION, 8));

        assertThat(sentDocument()).isEqualTo("{\"version\":8}");
    }

    @Test
    void theVersionOfAnEarlierAnswerIsNotAnExpectation() {
        send("", "{}", Map.of(IotData2Constants.VERSION, 7L));

        assertThat(sentDocument()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "7.0", "\"7\"", "null", "{}"})
    void anotherVersionInTheDocumentIsRefusedWithBoth(String other) {
        Exchange exchange = send("version=7&", "{\"state\":{},\"version\":" + other + "}", Map.of());

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        IotData2Constants.EXPECTED_VERSION, "option version", "expects 7", "leave one");
        assertThat(camel.aws().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "text", "{\"state\":{}", "{\"state\"}", " "})
    void whatIsNoObjectCannotHaveAVersion(String body) {
        assertThat(send("version=7&", body, Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a JSON object");
        assertThat(camel.aws().requestCount()).isZero();
    }

    @Test
    void aDocumentInAnotherEncodingIsRefused() {
        assertThat(send("version=7&", "{\"state\":{}}".getBytes(StandardCharsets.UTF_16BE), Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
    }

    private Exchange send(String options, Object body, Map<String, Object> headers) {
        return camel.send(
                "aws2-iot-data:test?" + options + "operation=updateThingShadow&thingName=lamp", body, headers);
    }

    private String sentDocument() {
        return ((UpdateThingShadowRequest) camel.aws().lastRequest()).payload().asUtf8String();
    }
}
