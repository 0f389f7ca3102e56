package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.plane.RunningContext;
import java.util.Collections;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AttributePayload;
import software.amazon.awssdk.services.iot.model.CreateThingRequest;
import software.amazon.awssdk.services.iot.model.DescribeThingRequest;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.UpdateThingRequest;

class Iot2ProducerTest {

    private final RunningContext<IotClient> camel = new RunningContext<>(IotClient.class);

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void theOptionNamesTheOperation() {
        Exchange exchange = send("operation=describeThing", Map.of(Iot2Constants.THING_NAME, "lamp"));

        assertThat(exchange.getException()).isNull();
        assertThat(camel.aws().lastRequest()).isInstanceOf(DescribeThingRequest.class);
    }

    @Test
    void theHeaderWinsOverTheOption() {
        send(
                "operation=describeThing",
                Map.of(Iot2Constants.OPERATION, "createThing", Iot2Constants.THING_NAME, "lamp"));

        assertThat(camel.aws().lastRequest()).isInstanceOf(CreateThingRequest.class);
    }

    @Test
    void withoutAnOperationItSaysWhereToNameOne() {
        assertThat(send("", Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("option operation", Iot2Constants.OPERATION, "aws2-iot://test");
    }

    @Test
    void anOperationThatDoesNotExistIsRefusedWithTheOnesThatDo() {
        assertThat(send("", Map.of(Iot2Constants.OPERATION, "describeThings")).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(Iot2Constants.OPERATION, "'describeThings'", "describeThing,");
    }

    @Test
    void aHeaderOfTheWrongTypeIsNamedWithItsValue() {
        assertThat(send("operation=listThings", Map.of(Iot2Constants.MAX_RESULTS, "many"))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(Iot2Constants.MAX_RESULTS, "Integer", "'many'");
    }

    @Test
    void anEmptyHeaderCountsAsMissing() {
        assertThat(send("operation=describeThing", Map.of(Iot2Constants.THING_NAME, ""))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Iot2Constants.THING_NAME);
    }

    @Test
    void afterTheLastPageThereIsNoTokenLeft() {
        camel.aws().answer(ListThingsResponse.builder().build());

        Exchange exchange = send("operation=listThings", Map.of(Iot2Constants.NEXT_TOKEN, "page-2"));

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(Iot2Constants.NEXT_TOKEN);
    }

    @Test
    void anAttributePayloadIsSentAsItIs() {
        AttributePayload replacing =
                AttributePayload.builder().attributes(Map.of("room", "hall")).build();

        send(
                "operation=updateThing",
                Map.of(Iot2Constants.THING_NAME, "lamp", Iot2Constants.ATTRIBUTE_PAYLOAD, replacing));

        assertThat(((UpdateThingRequest) camel.aws().lastRequest()).attributePayload())
                .isSameAs(replacing);
    }

    @Test
    void attributesThatAreNoMapAreRefused() {
        assertThat(send(
                                "operation=createThing",
                                Map.of(Iot2Constants.THING_NAME, "lamp", Iot2Constants.ATTRIBUTE_PAYLOAD, "room=hall"))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(Iot2Constants.ATTRIBUTE_PAYLOAD, "Map", "'room=hall'");
    }

    @Test
    void anAttributeWithoutAValueIsNamed() {
        assertThat(send(
                                "operation=updateThing",
                                Map.of(
                                        Iot2Constants.THING_NAME,
                                        "lamp",
                                        Iot2Constants.ATTRIBUTE_PAYLOAD,
                                        Collections.singletonMap("room", null)))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(Iot2Constants.ATTRIBUTE_PAYLOAD, "'room'");
    }

    private Exchange send(String options, Map<String, Object> headers) {
        return camel.send("aws2-iot:test?" + options, null, headers);
    }
}
