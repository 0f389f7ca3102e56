package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.Iot2Component;
import io.mainswatch.camel.aws2.iot.Iot2Endpoint;
import io.mainswatch.camel.aws2.iot.Iot2ProducerHealthCheck;
import io.mainswatch.camel.aws2.iot.data.IotData2Endpoint;
import io.mainswatch.camel.aws2.iot.data.IotData2ProducerHealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.IotException;
import software.amazon.awssdk.services.iot.model.ListThingsRequest;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingRequest;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

class HealthCheckTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RecordedClient<IotClient> control = new RecordedClient<>(IotClient.class);
    private final RecordedClient<IotDataPlaneClient> data = new RecordedClient<>(IotDataPlaneClient.class);

    @BeforeEach
    void start() {
        context.getRegistry().bind("control", control.client());
        context.getRegistry().bind("data", data.client());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void upWhenTheRegistryAnswers() {
        assertThat(controlCheck("region=eu-west-1").getState()).isEqualTo(State.UP);
        assertThat(control.lastRequest())
                .isEqualTo(ListThingsRequest.builder().maxResults(1).build());
    }

    @Test
    void upWhenTheDataPlaneAnswers() {
        assertThat(dataCheck("region=eu-west-1&healthCheckThingName=probe").getState())
                .isEqualTo(State.UP);
        assertThat(data.lastRequest())
                .isEqualTo(ListNamedShadowsForThingRequest.builder()
                        .thingName("probe")
                        .pageSize(1)
                        .build());
    }

    @Test
    void downWhenAccessIsDeniedToTheControlPlane() {
        control.fail(denied(IotException.builder()));

        assertDenied(controlCheck("region=eu-west-1"));
    }

    @Test
    void downWhenAccessIsDeniedToTheDataPlane() {
        data.fail(denied(IotDataPlaneException.builder()));

        assertDenied(dataCheck("region=eu-west-1&healthCheckThingName=probe"));
    }

    @Test
    void downWhenTheErrorHasNoDetails() {
        control.fail(AwsServiceException.builder()
                .message("Bad gateway")
                .statusCode(502)
                .build());

        Result result = controlCheck("region=eu-west-1");

        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getDetails()).containsEntry("service.status.code", 502);
    }

    @Test
    void downInARegionWithoutTheService() {
        assertThat(controlCheck("region=l").getState()).isEqualTo(State.DOWN);
        assertThat(dataCheck("region=l").getState()).isEqualTo(State.DOWN);
        assertThat(dataCheck("region=l").getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("region l"));
    }

    @Test
    void upWhenTheThingToAskForDoesNotExistBecauseAwsSaidSo() {
        data.fail(ResourceNotFoundException.builder().statusCode(404).build());

        assertThat(dataCheck("region=eu-west-1&healthCheckThingName=probe").getState())
                .isEqualTo(State.UP);
    }

    @Test
    void withoutAThingToAskForTheDataPlaneIsNotAsked() {
        assertThat(dataCheck("region=eu-west-1").getState()).isEqualTo(State.UP);
        assertThat(data.requestCount()).isZero();
    }

    @Test
    void downWithoutANetwork() throws IOException {
        String closedPort = "region=eu-west-1&accessKey=key&secretKey=secret&overrideEndpoint=true"
                + "&uriEndpointOverride=http://127.0.0.1:" + closedPort();
        context.getRegistry().unbind("control");

        assertThat(controlCheck(closedPort).getState()).isEqualTo(State.DOWN);
    }

    @Test
    void aProducerRegistersItsCheckWhileItRuns() throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("lamp").to("aws2-iot:here?operation=listThings&region=eu-west-1");
            }
        });

        assertThat(registry.stream().map(HealthCheck::getId)).anyMatch(id -> id.startsWith("producer:aws2-iot-"));
        context.getRouteController().stopRoute("lamp");
        context.removeRoute("lamp");
        assertThat(registry.stream().map(HealthCheck::getId)).noneMatch(id -> id.startsWith("producer:aws2-iot-"));
    }

    @ParameterizedTest
    @CsvSource({"true, UP", "false, UNKNOWN"})
    void theChecksOfAComponentCanBeSwitchedOff(boolean enabled, State state) throws Exception {
        context.getComponent("aws2-iot", Iot2Component.class).setHealthCheckProducerEnabled(enabled);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);

        context.getEndpoint("aws2-iot:here?region=eu-west-1").createProducer().start();

        assertThat(registry.stream().filter(check -> check.getId().startsWith("producer:aws2-iot-")))
                .singleElement()
                .satisfies(check -> assertThat(check.call().getState()).isEqualTo(state));
    }

    private Result controlCheck(String options) {
        Iot2Endpoint endpoint = context.getEndpoint("aws2-iot:here?" + options, Iot2Endpoint.class);
        return called(new Iot2ProducerHealthCheck(endpoint));
    }

    private Result dataCheck(String options) {
        IotData2Endpoint endpoint = context.getEndpoint("aws2-iot-data:here?" + options, IotData2Endpoint.class);
        return called(new IotData2ProducerHealthCheck(endpoint));
    }

    private Result called(PlaneHealthCheck check) {
        check.setCamelContext(context);
        return check.call();
    }

    private static void assertDenied(Result result) {
        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("not authorized"));
        assertThat(result.getDetails())
                .containsEntry("service.status.code", 403)
                .containsEntry("service.error.code", "AccessDeniedException");
    }

    private static AwsServiceException denied(AwsServiceException.Builder exception) {
        return exception
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage("not authorized")
                        .build())
                .build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
