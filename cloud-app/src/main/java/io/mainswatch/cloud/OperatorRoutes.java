package io.mainswatch.cloud;

import io.mainswatch.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.ThingAttribute;

/** The routes of {@code routes/operator}, run for the length of one command: what it does to the device registry. */
public final class OperatorRoutes implements AutoCloseable {

    private static final String THING_NAME = "CamelAws2IotThingName";
    private static final String ATTRIBUTES = "CamelAws2IotAttributePayload";
    private static final String NEXT_TOKEN = "CamelAws2IotNextToken";

    private final Main main;
    private final ProducerTemplate template;

    private OperatorRoutes(Main main) {
        this.main = main;
        this.template = main.getCamelContext().createProducerTemplate();
    }

    public static OperatorRoutes start(Settings settings) throws Exception {
        Main main = CamelFactory.create(settings, "command.properties");
        main.start();
        return new OperatorRoutes(main);
    }

    /** Creates the thing, or sets these attributes of a known one. */
    public void registerThing(String thing, Map<String, String> attributes) {
        template.requestBodyAndHeaders(
                "direct:register-thing", null, Map.of(THING_NAME, thing, ATTRIBUTES, attributes));
    }

    /** All things of the registry. */
    public List<ThingAttribute> things() {
        List<ThingAttribute> things = new ArrayList<>();
        Map<String, Object> headers = new HashMap<>();
        String next;
        do {
            Exchange page = template.request(
                    "direct:list-things", exchange -> exchange.getIn().setHeaders(headers));
            if (page.getException() != null) {
                throw new IllegalStateException(page.getException());
            }
            ListThingsResponse response = page.getMessage().getBody(ListThingsResponse.class);
            things.addAll(response.things());
            next = response.nextToken();
            headers.put(NEXT_TOKEN, next);
        } while (next != null);
        return things;
    }

    @Override
    public void close() {
        main.stop();
    }
}
