package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.client.Iot2ClientFactory;
import io.mainswatch.camel.aws2.iot.plane.PlaneClient;
import io.mainswatch.camel.aws2.iot.plane.PlaneEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;
import software.amazon.awssdk.services.iot.IotClient;

/**
 * Manage things, certificates, policies, provisioning and topic rules of AWS IoT.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "aws2-iot",
        title = "AWS IoT",
        syntax = "aws2-iot:label",
        producerOnly = true,
        category = {Category.CLOUD, Category.IOT},
        headersClass = Iot2Constants.class)
public class Iot2Endpoint extends DefaultEndpoint implements PlaneEndpoint<IotClient> {

    @UriParam
    private Iot2Configuration configuration;

    private final PlaneClient<IotClient> client =
            new PlaneClient<>(() -> configuration.getIotClient(), () -> Iot2ClientFactory.getIotClient(configuration));

    public Iot2Endpoint(String uri, Component component, Iot2Configuration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new Iot2Producer(this);
    }

    @Override
    public Iot2Configuration getConfiguration() {
        return configuration;
    }

    @Override
    public IotClient client() {
        return client.get();
    }

    /** The client in use; null until the endpoint is started. */
    public IotClient getIotClient() {
        return client();
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("You cannot receive messages from this endpoint");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client.open();
    }

    @Override
    protected void doStop() throws Exception {
        client.close();
        super.doStop();
    }

    @Override
    public String getServiceProtocol() {
        return "iot";
    }
}
