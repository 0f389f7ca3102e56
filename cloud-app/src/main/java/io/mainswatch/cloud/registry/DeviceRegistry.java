package io.mainswatch.cloud.registry;

import io.mainswatch.cloud.runtime.CamelFactory;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.cloud.settings.RequiredFolders;
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

/** The device registry for the length of one command: the routes of {@code routes/operator}, and Camel to run them. */
public final class DeviceRegistry implements AutoCloseable {

    private static final String THING_NAME = "CamelAws2IotThingName";
    private static final String ATTRIBUTES = "CamelAws2IotAttributePayload";
    private static final String NEXT_TOKEN = "CamelAws2IotNextToken";

    private final Main main;
    private final ProducerTemplate template;

    private DeviceRegistry(Main main) {
        this.main = main;
        this.template = main.getCamelContext().createProducerTemplate();
    }

    public static DeviceRegistry start(Settings settings) throws Exception {
        RequiredFolders.check(settings, CloudSettings.OPERATOR_ROUTES);
        Main main = CamelFactory.create(settings, "command.properties");
        main.start();
        return new DeviceRegistry(main);
    }

    /** Creates the thing, or sets these attributes of a known one. */
    public void registerThing(String thing, Map<String, String> attributes) {
        template.requestBodyAndHeaders(
                CloudSettings.REGISTER_THING, null, Map.of(THING_NAME, thing, ATTRIBUTES, attributes));
    }

    /** All things of the registry. */
    public List<ThingAttribute> things() {
        List<ThingAttribute> things = new ArrayList<>();
        Map<String, Object> headers = new HashMap<>();
        String next;
        do {
            Exchange page = template.request(
                    CloudSettings.LIST_THINGS, exchange -> exchange.getIn().setHeaders(headers));
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
