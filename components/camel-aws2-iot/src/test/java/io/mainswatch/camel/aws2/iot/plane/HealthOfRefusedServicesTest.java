package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mainswatch.camel.aws2.iot.Iot2Endpoint;
import io.mainswatch.camel.aws2.iot.Iot2ProducerHealthCheck;
import io.mainswatch.camel.aws2.iot.data.IotData2Endpoint;
import io.mainswatch.camel.aws2.iot.data.IotData2ProducerHealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.camel.component.aws2.ses.Ses2Endpoint;
import org.apache.camel.component.aws2.ses.Ses2ProducerHealthCheck;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The real SDK clients at a server that refuses everything. It keeps the trap that ours was written to avoid: the check
 * of Camel's SES component falls through to UP. When that test fails, upstream has mended it.
 */
class HealthOfRefusedServicesTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private HttpServer server;
    private String options;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", HealthOfRefusedServicesTest::refuse);
        server.start();
        options = "?region=eu-west-1&accessKey=key&secretKey=secret&overrideEndpoint=true"
                + "&uriEndpointOverride=http://127.0.0.1:" + server.getAddress().getPort();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.stop(0);
    }

    @Test
    void theControlPlaneIsDownWithTheReason() {
        Iot2Endpoint endpoint = context.getEndpoint("aws2-iot:here" + options, Iot2Endpoint.class);

        assertRefused(called(new Iot2ProducerHealthCheck(endpoint)));
    }

    @Test
    void theDataPlaneIsDownWithTheReason() {
        IotData2Endpoint endpoint = context.getEndpoint(
                "aws2-iot-data:here" + options + "&healthCheckThingName=probe", IotData2Endpoint.class);

        assertRefused(called(new IotData2ProducerHealthCheck(endpoint)));
    }

    @Test
    void upstreamsSesIsUpAllTheSame() {
        Ses2Endpoint endpoint = context.getEndpoint("aws2-ses:from@example.com" + options, Ses2Endpoint.class);

        Result result = called(new Ses2ProducerHealthCheck(endpoint, "ses"));

        assertThat(result.getState()).isEqualTo(State.UP);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("AccessDenied"));
    }

    private Result called(AbstractHealthCheck check) {
        check.setCamelContext(context);
        return check.call();
    }

    private static void assertRefused(Result result) {
        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("not authorized"));
        assertThat(result.getDetails())
                .containsEntry("service.status.code", 403)
                .containsEntry("service.error.code", "AccessDeniedException");
    }

    /** As AWS does: SES in the XML of its query protocol, the others in JSON with the error's name in a header. */
    private static void refuse(HttpExchange exchange) throws IOException {
        boolean query = "POST".equals(exchange.getRequestMethod());
        exchange.getRequestBody().readAllBytes();
        if (!query) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "AccessDeniedException");
        }
        byte[] answer = (query
                        ? "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                                + "<Message>AccessDenied</Message></Error></ErrorResponse>"
                        : "{\"message\":\"not authorized\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(403, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
