package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.StandIn;
import io.mainswatch.camel.aws2.iot.StandInExtension;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** Shadows, with the real SDK client. */
@ExtendWith(StandInExtension.class)
class ShadowsAtStandInTest {

    private final StandIn aws;

    ShadowsAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:report", "direct:report-from-java"})
    void aReportedStateIsReadBack(String route) {
        Message first = aws.done(route, null, Map.of());
        Message second = aws.done(route, null, Map.of());

        assertThat(second.getBody()).isInstanceOf(byte[].class);
        assertThat(second.getBody(String.class)).contains("\"reported\":{\"status\":\"off\"}");
        assertThat(version(second)).isEqualTo(version(first) + 1);
    }

    @Test
    void anUpdateOfAnOldVersionIsAConflict() {
        update("door", "{\"state\":{\"reported\":{\"lock\":\"open\"}}}");

        assertThat(send("door", "updateThingShadow", "{\"state\":{\"reported\":{\"lock\":\"shut\"}},\"version\":9}")
                        .getException())
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anUpdateThatExpectsTheVersionItReadIsRefusedWhenAnotherCameInBetween() {
        Map<String, Object> fan = Map.of(IotData2Constants.THING_NAME, "fan");
        Message first = aws.done("direct:switch-off-unless-changed", null, fan);
        assertThat(version(first)).as("there was no shadow to change").isEqualTo(1);
        Message second = aws.done("direct:switch-off-unless-changed", null, fan);
        assertThat(version(second)).as("nobody changed it").isEqualTo(2);

        Exchange stale = aws.send(
                uri("fan", "updateThingShadow"),
                "{\"state\":{}}",
                Map.of(IotData2Constants.EXPECTED_VERSION, version(first)));

        assertThat(stale.getException()).isInstanceOf(ConflictException.class);
    }

    @Test
    void aShadowThatIsNotThereIsNotFoundAsIsOneThatWasDeleted() {
        assertThat(send("window", "getThingShadow", null).getException())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("window");
        update("window", "{\"state\":{\"reported\":{\"lock\":\"open\"}}}");

        Exchange deleted = send("window", "deleteThingShadow", null);

        assertThat(version(deleted.getMessage())).isEqualTo(1);
        assertThat(send("window", "getThingShadow", null).getException()).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aShadowThatIsTooLargeIsRefusedAsAwsDoes() {
        String large = "{\"state\":{\"reported\":{\"text\":\"" + "x".repeat(9_000) + "\"}}}";

        assertThat(send("attic", "updateThingShadow", large).getException())
                .isInstanceOf(RequestEntityTooLargeException.class);
    }

    @Test
    void namedShadowsAreListed() {
        for (String shadow : List.of("light", "lock")) {
            aws.done(
                    uri("hall", "updateThingShadow") + "&shadowName=" + shadow,
                    "{\"state\":{\"reported\":{\"on\":true}}}",
                    Map.of());
        }

        assertThat(send("hall", "listNamedShadowsForThing", null).getMessage().getBody())
                .isEqualTo(List.of("light", "lock"));
    }

    private void update(String thing, String document) {
        aws.done(uri(thing, "updateThingShadow"), document, Map.of());
    }

    private Exchange send(String thing, String operation, String body) {
        return aws.send(uri(thing, operation), body, Map.of());
    }

    private static String uri(String thing, String operation) {
        return "aws2-iot-data:shadows?operation=" + operation + "&thingName=" + thing;
    }

    private static long version(Message message) {
        return message.getHeader(IotData2Constants.VERSION, Long.class);
    }
}
