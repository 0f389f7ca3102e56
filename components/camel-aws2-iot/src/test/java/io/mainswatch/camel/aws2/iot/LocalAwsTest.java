package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.data.IotData2Constants;
import io.mainswatch.localaws.LocalAws;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.ThingAttribute;
import software.amazon.awssdk.services.iot.model.VersionConflictException;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;

/** The components with the real SDK clients, over HTTP to the stand-in for AWS; the routes are those of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop over pages that never ends must fail
class LocalAwsTest {

    private final Main main = new Main();
    private final List<String> listed = new CopyOnWriteArrayList<>();
    private LocalAws aws;
    private ProducerTemplate template;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        aws = LocalAws.builder().data(data).freePorts().start();
        Stream.of("aws2-iot", "aws2-iot-data").forEach(this::pointToStandIn);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:page-of-things").process(LocalAwsTest.this::list);
            }
        });
        main.init();
        for (String route : Readme.routes().toList()) {
            Readme.load(route, camel());
        }
        main.start();
        template = camel().createProducerTemplate();
    }

    @AfterAll
    void stop() {
        main.stop();
        aws.close();
    }

    @Test
    void aReportedStateIsReadBack() {
        Exchange first = send("direct:report", null, Map.of());
        Exchange second = send("direct:report", null, Map.of());

        assertThat(first.getException()).isNull();
        assertThat(second.getMessage().getBody()).isInstanceOf(byte[].class);
        assertThat(second.getMessage().getBody(String.class)).contains("\"reported\":{\"status\":\"off\"}");
        assertThat(version(second)).isEqualTo(version(first) + 1);
    }

    @Test
    void anUpdateOfAnOldVersionIsAConflict() {
        send(
                "aws2-iot-data:shadows?operation=updateThingShadow&thingName=door",
                "{\"state\":{\"reported\":{\"lock\":\"open\"}}}",
                Map.of());

        Exchange stale = send(
                "aws2-iot-data:shadows?operation=updateThingShadow&thingName=door",
                "{\"state\":{\"reported\":{\"lock\":\"shut\"}},\"version\":9}",
                Map.of());

        assertThat(stale.getException()).isInstanceOf(ConflictException.class);
    }

    @Test
    void aShadowThatIsNotThereIsNotFoundAsIsOneThatWasDeleted() {
        String get = "aws2-iot-data:shadows?operation=getThingShadow&thingName=window";
        assertThat(send(get, null, Map.of()).getException())
                .isInstanceOf(software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException.class);
        send(
                "aws2-iot-data:shadows?operation=updateThingShadow&thingName=window",
                "{\"state\":{\"reported\":{\"lock\":\"open\"}}}",
                Map.of());

        Exchange deleted = send("aws2-iot-data:shadows?operation=deleteThingShadow&thingName=window", null, Map.of());

        assertThat(version(deleted)).isEqualTo(1);
        assertThat(send(get, null, Map.of()).getException())
                .isInstanceOf(software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException.class);
    }

    @Test
    void namedShadowsAreListed() {
        for (String shadow : List.of("light", "lock")) {
            send(
                    "aws2-iot-data:shadows?operation=updateThingShadow&thingName=hall&shadowName=" + shadow,
                    "{\"state\":{\"reported\":{\"on\":true}}}",
                    Map.of());
        }

        Exchange names =
                send("aws2-iot-data:shadows?operation=listNamedShadowsForThing&thingName=hall", null, Map.of());

        assertThat(names.getMessage().getBody()).isEqualTo(List.of("light", "lock"));
    }

    @Test
    void aThingIsCreatedDescribedUpdatedAndDeleted() {
        Map<String, Object> bell = Map.of(Iot2Constants.THING_NAME, "bell");
        Exchange created = send(
                "aws2-iot:registry?operation=createThing",
                null,
                and(bell, Iot2Constants.ATTRIBUTE_PAYLOAD, Map.of("account-id", "a-1", "room", "hall")));
        assertThat(created.getException()).isNull();

        send(
                "aws2-iot:registry?operation=updateThing",
                null,
                and(bell, Iot2Constants.ATTRIBUTE_PAYLOAD, Map.of("account-id", "a-2")));

        Exchange described = send("aws2-iot:registry?operation=describeThing", null, bell);
        assertThat(described.getMessage().getBody(DescribeThingResponse.class).attributes())
                .isEqualTo(Map.of("account-id", "a-2", "room", "hall"));
        assertThat(described.getMessage().getHeader(Iot2Constants.THING_ARN))
                .isEqualTo(created.getMessage().getHeader(Iot2Constants.THING_ARN));
        assertThat(send("aws2-iot:registry?operation=deleteThing", null, and(bell, Iot2Constants.EXPECTED_VERSION, 1L))
                        .getException())
                .isInstanceOf(VersionConflictException.class);
        Object version = described.getMessage().getHeader(Iot2Constants.VERSION);
        assertThat(send(
                                "aws2-iot:registry?operation=deleteThing",
                                null,
                                and(bell, Iot2Constants.EXPECTED_VERSION, version))
                        .getException())
                .isNull();
        assertThat(send("aws2-iot:registry?operation=describeThing", null, bell).getException())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void theAccountOfAThingIsInItsAttributes() {
        send(
                "aws2-iot:registry?operation=createThing",
                null,
                Map.of(
                        Iot2Constants.THING_NAME,
                        "boiler",
                        Iot2Constants.ATTRIBUTE_PAYLOAD,
                        Map.of("account-id", "a-7")));

        assertThat(send("direct:account-of-thing", null, Map.of("thing", "boiler"))
                        .getMessage()
                        .getHeader("account"))
                .isEqualTo("a-7");
    }

    @Test
    void aLoopOverThePagesSeesEveryThingOnce() {
        List<String> meters =
                IntStream.range(0, 7).mapToObj(number -> "meter-" + number).toList();
        meters.forEach(meter ->
                send("aws2-iot:registry?operation=createThing", null, Map.of(Iot2Constants.THING_NAME, meter)));

        Exchange exchange = send("direct:all-things", null, Map.of(Iot2Constants.MAX_RESULTS, 3));

        assertThat(exchange.getException()).isNull();
        assertThat(listed.stream().filter(meters::contains).toList()).containsExactlyInAnyOrderElementsOf(meters);
    }

    private void list(Exchange page) {
        page.getMessage().getBody(ListThingsResponse.class).things().stream()
                .map(ThingAttribute::thingName)
                .forEach(listed::add);
    }

    private void pointToStandIn(String scheme) {
        String prefix = "camel.component." + scheme + ".";
        main.addInitialProperty(prefix + "region", "eu-west-1");
        main.addInitialProperty(prefix + "access-key", "key");
        main.addInitialProperty(prefix + "secret-key", "secret");
        main.addInitialProperty(prefix + "override-endpoint", "true");
        main.addInitialProperty(
                prefix + "uri-endpoint-override", aws.httpEndpoint().toString());
    }

    private CamelContext camel() {
        return main.getCamelContext();
    }

    private Exchange send(String uri, String body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private static long version(Exchange exchange) {
        return exchange.getMessage().getHeader(IotData2Constants.VERSION, Long.class);
    }

    private static Map<String, Object> and(Map<String, Object> headers, String name, Object value) {
        return Map.of(Iot2Constants.THING_NAME, headers.get(Iot2Constants.THING_NAME), name, value);
    }
}
