package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.camel.aws2.iot.data.IotData2Constants;
import io.mainswatch.localaws.LocalAws;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    private final List<Message> seen = new CopyOnWriteArrayList<>();
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
                from("direct:thing")
                        .process(thing -> listed.add(thing.getMessage().getBody(String.class)));
                from("direct:state-of-lamp").process(LocalAwsTest.this::see);
                from("direct:state-of-door").process(LocalAwsTest.this::see);
            }
        });
        main.configure().addRoutesBuilder(new ReadmeRoutes());
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

    @ParameterizedTest
    @ValueSource(strings = {"direct:every-thing", "direct:every-lamp"})
    void aSplitOfAllPagesSeesEveryThingOnce(String route) {
        String prefix = route.substring("direct:".length());
        List<String> lamps =
                IntStream.range(0, 7).mapToObj(number -> prefix + "-" + number).toList();
        camel().getEndpoint("aws2-iot:registry?operation=listThings", Iot2Endpoint.class)
                .getIotClient()
                .createThingType(type -> type.thingTypeName("lamp"));
        lamps.forEach(lamp -> send(
                "aws2-iot:registry?operation=createThing",
                null,
                Map.of(Iot2Constants.THING_NAME, lamp, Iot2Constants.THING_TYPE_NAME, "lamp")));

        Exchange exchange = send(route, null, Map.of(Iot2Constants.MAX_RESULTS, 3));

        assertThat(exchange.getException()).isNull();
        assertThat(listed.stream().filter(lamps::contains).toList()).containsExactlyInAnyOrderElementsOf(lamps);
    }

    @Test
    void anUpdateThatExpectsTheVersionItReadIsRefusedWhenAnotherCameInBetween() {
        String update = "aws2-iot-data:shadows?operation=updateThingShadow&thingName=fan";
        Map<String, Object> fan = Map.of(IotData2Constants.THING_NAME, "fan");
        Exchange first = send("direct:switch-off-unless-changed", null, fan);
        assertThat(first.getException()).as("there was no shadow to change").isNull();
        Exchange second = send("direct:switch-off-unless-changed", null, fan);
        assertThat(second.getException()).as("nobody changed it").isNull();
        assertThat(version(second)).isEqualTo(2);

        Exchange stale = send(update, "{\"state\":{}}", Map.of(IotData2Constants.EXPECTED_VERSION, version(first)));

        assertThat(stale.getException()).isInstanceOf(ConflictException.class);
    }

    @Test
    void aWatchedShadowIsSeenWhenItIsMadeChangedAndDeleted() {
        String lamp = "aws2-iot-data:shadows?thingName=watched-lamp&operation=";

        send(lamp + "updateThingShadow", "{\"state\":{\"reported\":{\"on\":true}}}", Map.of());
        awaitSeen("watched-lamp", message -> Long.valueOf(1).equals(message.getHeader(IotData2Constants.VERSION)));
        send(lamp + "updateThingShadow", "{\"state\":{\"reported\":{\"on\":false}}}", Map.of());
        awaitSeen("watched-lamp", message -> message.getBody(String.class).contains("\"on\":false"));
        send(lamp + "deleteThingShadow", null, Map.of());
        awaitSeen(
                "watched-lamp",
                message ->
                        message.getBody() == null && Boolean.TRUE.equals(message.getHeader(IotData2Constants.ABSENT)));

        assertThat(seen.stream().filter(of("watched-lamp")).toList()).hasSize(3);
    }

    /** It skips what its first poll finds, so the shadow changes until a change is seen. */
    @Test
    void aNamedShadowIsWatched() {
        String update = "aws2-iot-data:shadows?thingName=watched-door&shadowName=lock&operation=updateThingShadow";

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    send(update, "{\"state\":{\"reported\":{\"lock\":\"shut\"}}}", Map.of());
                    return seen.stream()
                            .filter(of("watched-door"))
                            .anyMatch(message -> "lock".equals(message.getHeader(IotData2Constants.SHADOW_NAME)));
                });
    }

    @Test
    void theExamplesInJavaRun() {
        Exchange reported = send("direct:report-from-java", null, Map.of());
        Exchange created = send("direct:create", null, Map.of("thing", "radio"));

        assertThat(reported.getMessage().getBody(String.class)).contains("\"reported\":{\"status\":\"off\"}");
        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(Iot2Constants.THING_ARN, String.class))
                .endsWith("thing/radio");
    }

    private void awaitSeen(String thing, Predicate<Message> what) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> seen.stream().filter(of(thing)).anyMatch(what));
    }

    private static Predicate<Message> of(String thing) {
        return message -> thing.equals(message.getHeader(IotData2Constants.THING_NAME));
    }

    private void see(Exchange exchange) {
        Message copy = new DefaultMessage(camel());
        copy.copyFrom(exchange.getMessage());
        seen.add(copy);
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
