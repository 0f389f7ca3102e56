package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.camel.aws2.iot.Iot2Component;
import io.mainswatch.camel.aws2.iot.Iot2Endpoint;
import io.mainswatch.camel.aws2.iot.Iot2Operations;
import io.mainswatch.camel.aws2.iot.data.IotData2Component;
import io.mainswatch.camel.aws2.iot.data.IotData2Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

class ComponentTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aClientInTheRegistryIsUsedAndLeftOpen() {
        RecordedClient<IotClient> control = new RecordedClient<>(IotClient.class);
        RecordedClient<IotDataPlaneClient> data = new RecordedClient<>(IotDataPlaneClient.class);
        context.getRegistry().bind("any name", control.client());
        context.getRegistry().bind("any other", data.client());

        assertThat(context.getEndpoint("aws2-iot:here", Iot2Endpoint.class).getIotClient())
                .isSameAs(control.client());
        assertThat(context.getEndpoint("aws2-iot-data:here", IotData2Endpoint.class)
                        .getIotDataPlaneClient())
                .isSameAs(data.client());
        context.stop();
        assertThat(control.closed()).isFalse();
        assertThat(data.closed()).isFalse();
    }

    @Test
    void aClientOfItsOwnIsClosedWhenTheEndpointStops() {
        Iot2Endpoint endpoint = context.getEndpoint(
                "aws2-iot:here?region=eu-west-1&accessKey=key&secretKey=secret", Iot2Endpoint.class);
        IotClient client = endpoint.getIotClient();

        endpoint.stop();

        assertThat(endpoint.getIotClient()).isNull();
        assertThatThrownBy(() -> client.listThings(request -> request.maxResults(1)))
                .hasMessageContaining("Connection pool shut down");
    }

    @ParameterizedTest
    @CsvSource({"aws2-iot,iotClient", "aws2-iot-data,iotDataPlaneClient"})
    void withoutCredentialsTheEndpointIsRefusedWithTheOptionsThatHelp(String scheme, String clientOption) {
        assertThatThrownBy(() -> context.getEndpoint(scheme + ":here?region=eu-west-1&accessKey=key"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("secretKey", "useDefaultCredentialsProvider", clientOption);
    }

    @Test
    void anEndpointHasACopyOfTheOptionsOfItsComponent() {
        Iot2Component component = context.getComponent("aws2-iot", Iot2Component.class);
        component.getConfiguration().setAccessKey("key");
        component.getConfiguration().setSecretKey("secret");
        component.getConfiguration().setRegion("eu-west-1");

        Iot2Endpoint one =
                context.getEndpoint("aws2-iot:one?operation=listThings&region=us-east-1", Iot2Endpoint.class);
        Iot2Endpoint two = context.getEndpoint("aws2-iot:two", Iot2Endpoint.class);

        assertThat(one.getConfiguration().getOperation()).isEqualTo(Iot2Operations.listThings);
        assertThat(one.getServiceUrl()).isEqualTo("us-east-1");
        assertThat(two.getConfiguration().getOperation()).isNull();
        assertThat(two.getConfiguration().getAccessKey()).isEqualTo("key");
        assertThat(two.getServiceUrl()).isEqualTo("eu-west-1");
    }

    @Test
    void theServiceIsWhereTheOverrideSays() {
        IotData2Component component = context.getComponent("aws2-iot-data", IotData2Component.class);
        component.getConfiguration().setAccessKey("key");
        component.getConfiguration().setSecretKey("secret");

        IotData2Endpoint endpoint = context.getEndpoint(
                "aws2-iot-data:here?region=eu-west-1&overrideEndpoint=true"
                        + "&uriEndpointOverride=http://127.0.0.1:4566",
                IotData2Endpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo("http://127.0.0.1:4566");
        assertThat(endpoint.getServiceProtocol()).isEqualTo("iot-data");
    }

    @Test
    void aRouteCannotStartFromTheControlPlane() {
        assertThatThrownBy(
                        () -> context.getEndpoint("aws2-iot:here?useDefaultCredentialsProvider=true&region=eu-west-1")
                                .createConsumer(exchange -> {}))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"thingName,Küche", "shadowName,a b", "healthCheckThingName,a/b"})
    void aNameThatAwsWouldNotTakeIsRefusedWithTheEndpoint(String option, String name) {
        assertThatThrownBy(() -> context.getEndpoint(
                        "aws2-iot-data:here?useDefaultCredentialsProvider=true&" + option + "=RAW(" + name + ")"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("The option " + option, "'" + name + "'", "of the characters a-z");
    }

    @Test
    void withoutARegionTheEndpointDoesNotStartAndSaysSo() {
        assertThatThrownBy(() -> context.getEndpoint("aws2-iot:here?accessKey=key&secretKey=secret"))
                .rootCause()
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("region");
    }

    @Test
    void aRegionThatDoesNotExistFailsTheMessageWithTheHostThatIsNotThere() {
        Exchange exchange = context.createProducerTemplate()
                .request(
                        "aws2-iot:here?operation=listThings&accessKey=key&secretKey=secret&region=atlantis-1",
                        message -> {});

        assertThat(exchange.getException())
                .isInstanceOf(SdkClientException.class)
                .hasStackTraceContaining("iot.atlantis-1.amazonaws.com");
    }

    @Test
    void credentialsThatAreNotWhereTheyShouldBeFailTheMessageWithThePlace() {
        Exchange exchange = context.createProducerTemplate()
                .request(
                        "aws2-iot-data:here?operation=getThingShadow&thingName=lamp&region=eu-west-1"
                                + "&useProfileCredentialsProvider=true&profileCredentialsName=nobody",
                        message -> {});

        assertThat(exchange.getException())
                .isInstanceOf(SdkClientException.class)
                .hasMessageContainingAll("credentials", "nobody");
    }
}
