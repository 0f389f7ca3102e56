package io.mainswatch.camel.aws2.iot.plane;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import software.amazon.awssdk.core.SdkClient;

/** A Camel context with a recorded client in its registry, and a way to send one message to an endpoint. */
public final class RunningContext<C extends SdkClient> implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RecordedClient<C> aws;
    private final ProducerTemplate template;

    public RunningContext(Class<C> client) {
        aws = new RecordedClient<>(client);
        context.getRegistry().bind("aws", aws.client());
        context.start();
        template = context.createProducerTemplate();
    }

    public DefaultCamelContext context() {
        return context;
    }

    /** The client that endpoints of this context find in the registry. */
    public RecordedClient<C> aws() {
        return aws;
    }

    /** The exchange after the endpoint had it, with its exception if it failed. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    @Override
    public void close() {
        template.stop();
        context.stop();
    }
}
