package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowResponse;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;

/** Under a supervising route controller: what cannot heal keeps the routes from being made, what can is tried again. */
class SupervisedRoutesTest {

    private static final GetThingShadowResponse SHADOW = GetThingShadowResponse.builder()
            .payload(SdkBytes.fromUtf8String("{\"version\":1}"))
            .build();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final RecordedClient<IotDataPlaneClient> aws = new RecordedClient<>(IotDataPlaneClient.class);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void superviseAndAnswer() {
        camel.getRegistry().bind("aws", aws.client());
        aws.answer(SHADOW);
        SupervisingRouteController supervisor = camel.getRouteController().supervising();
        supervisor.setBackOffDelay(20);
        supervisor.setInitialDelay(0);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws2-iot-data:here?thingName=a.b",
                "aws2-iot-data:here?pollDelay=1000",
                "aws2-iot-data:here?thingName=lamp&operation=publish",
                "aws2-iot-data:here?thingName=lamp&pollDelay=0"
            })
    void whatCannotHealFailsTheStart(String uri) {
        assertThatThrownBy(() -> watch(uri)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConsumerThatAwsRefusesOrNobodyAnswersIsStartedAndGetsTheShadowWhenThatIsOver() throws Exception {
        aws.answerInTurn(
                SdkClientException.create("Unable to connect"),
                IotDataPlaneException.builder()
                        .message("AccessDenied")
                        .statusCode(403)
                        .build());

        watch("aws2-iot-data:here?thingName=lamp&pollDelay=10&initialDelay=0&runLoggingLevel=OFF");

        await().until(() -> seen.equals(List.of("{\"version\":1}")));
        assertThat(camel.getRouteController().getRouteStatus("watch")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void bridgedErrorsGoToTheErrorHandlerOfTheRoute() throws Exception {
        aws.answerInTurn(SdkClientException.create("Unable to connect"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("aws2-iot-data:here?thingName=lamp&pollDelay=10&initialDelay=0&bridgeErrorHandler=true")
                        .onException(SdkClientException.class)
                        .handled(true)
                        .process(exchange -> seen.add("refused: "
                                + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                                        .getMessage()))
                        .end()
                        .process(exchange -> seen.add(exchange.getMessage().getBody(String.class)));
            }
        });
        camel.start();

        await().until(() -> seen.equals(List.of("refused: Unable to connect", "{\"version\":1}")));
    }

    @Test
    void aMessageIsTriedAgainByTheRoutesOnException() throws Exception {
        aws.answerInTurn(SdkClientException.create("Unable to connect"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read")
                        .onException(SdkClientException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(1)
                        .end()
                        .to("aws2-iot-data:here?operation=getThingShadow&thingName=lamp");
            }
        });

        camel.start();

        assertThat(camel.createProducerTemplate().requestBody("direct:read", null, String.class))
                .isEqualTo("{\"version\":1}");
        assertThat(aws.requestCount()).isEqualTo(2);
    }

    private void watch(String uri) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("watch")
                        .process(exchange -> seen.add(exchange.getMessage().getBody(String.class)));
            }
        });
        camel.start();
    }
}
