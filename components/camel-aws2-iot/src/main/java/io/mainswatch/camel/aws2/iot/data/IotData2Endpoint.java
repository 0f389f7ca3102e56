package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.client.IotData2ClientFactory;
import io.mainswatch.camel.aws2.iot.plane.PlaneEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/**
 * Read and write device shadows of AWS IoT, publish messages, read retained ones and disconnect clients.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "aws2-iot-data",
        title = "AWS IoT Data",
        syntax = "aws2-iot-data:label",
        producerOnly = true,
        category = {Category.CLOUD, Category.IOT, Category.MESSAGING},
        headersClass = IotData2Constants.class)
public class IotData2Endpoint extends PlaneEndpoint<IotDataPlaneClient> {

    @UriParam
    private IotData2Configuration configuration;

    public IotData2Endpoint(String uri, Component component, IotData2Configuration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new IotData2Producer(this);
    }

    @Override
    public IotData2Configuration getConfiguration() {
        return configuration;
    }

    /** The client in use; null until the endpoint is started. */
    public IotDataPlaneClient getIotDataPlaneClient() {
        return client();
    }

    @Override
    protected IotDataPlaneClient givenClient() {
        return configuration.getIotDataPlaneClient();
    }

    @Override
    protected IotDataPlaneClient newClient() {
        return IotData2ClientFactory.getIotDataPlaneClient(configuration);
    }

    @Override
    public String getServiceProtocol() {
        return "iot-data";
    }
}
