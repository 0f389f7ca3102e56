package io.mainswatch.camel.aws2.iot;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.auth.AccessKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.DefaultMessage;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.ThingAttribute;

/**
 * The stand-in for AWS, and beside it an application whose routes are those of the page: both components with the real SDK
 * clients, over HTTP, each call signed and the signature checked.
 */
public final class StandIn implements AutoCloseable {

    private final Main main = new Main();
    private final List<Message> seen = new CopyOnWriteArrayList<>();
    private final List<String> listed = new CopyOnWriteArrayList<>();
    private final LocalAws aws;
    private final ProducerTemplate template;

    StandIn(Path data) throws Exception {
        aws = LocalAws.builder()
                .data(data)
                .freePorts()
                .accessKeys(AccessKeys.of("key", "secret"))
                .start();
        Stream.of("aws2-iot", "aws2-iot-data").forEach(this::pointToStandIn);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:page-of-things").process(StandIn.this::list);
                from("direct:thing")
                        .process(thing -> listed.add(thing.getMessage().getBody(String.class)));
                from("direct:state-of-lamp").process(StandIn.this::see);
                from("direct:state-of-door").process(StandIn.this::see);
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

    public CamelContext camel() {
        return main.getCamelContext();
    }

    /** The port for MQTT of devices. */
    public int mqttPort() {
        return aws.mqttPort();
    }

    /** The exchange after the endpoint had it, with its exception if it failed. */
    public Exchange send(String uri, String body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    /** The same, and it must not fail. */
    public Message done(String uri, String body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        if (exchange.getException() != null) {
            throw new AssertionError(uri + " failed", exchange.getException());
        }
        return exchange.getMessage();
    }

    /** Names of things that the page's loops over the registry have come by. */
    public List<String> listed() {
        return listed;
    }

    /** What the page's watchers of shadows have got. */
    public List<Message> seen() {
        return seen;
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

    @Override
    public void close() {
        main.stop();
        aws.close();
    }
}
