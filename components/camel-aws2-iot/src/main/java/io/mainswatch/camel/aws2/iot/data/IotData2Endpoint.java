package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.client.IotData2ClientFactory;
import io.mainswatch.camel.aws2.iot.plane.PlaneClient;
import io.mainswatch.camel.aws2.iot.plane.PlaneEndpoint;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/**
 * Read, write and watch device shadows of AWS IoT, publish messages, read retained ones and disconnect clients.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "aws2-iot-data",
        title = "AWS IoT Data",
        syntax = "aws2-iot-data:label",
        category = {Category.CLOUD, Category.IOT, Category.MESSAGING},
        headersClass = IotData2Constants.class)
public class IotData2Endpoint extends ScheduledPollEndpoint implements PlaneEndpoint<IotDataPlaneClient> {

    private static final long POLL_DELAY = 5000;

    @UriParam
    private IotData2Configuration configuration;

    @UriParam(label = "consumer,scheduler", defaultValue = "" + POLL_DELAY, javaType = "java.time.Duration")
    private long pollDelay = POLL_DELAY;

    private final PlaneClient<IotDataPlaneClient> client = new PlaneClient<>(
            () -> configuration.getIotDataPlaneClient(),
            () -> IotData2ClientFactory.getIotDataPlaneClient(configuration));

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

    public long getPollDelay() {
        return pollDelay;
    }

    /**
     * Milliseconds between two polls of the shadow. It stands in for delay, whose default of half a second is more than
     * most shadows are worth; a delay that is given wins.
     */
    public void setPollDelay(long pollDelay) {
        if (pollDelay < 1) {
            throw new IllegalArgumentException(
                    "The option pollDelay is " + pollDelay + ", but must be 1 millisecond or more, such as 5000 or 5s");
        }
        this.pollDelay = pollDelay;
    }

    @Override
    public IotDataPlaneClient client() {
        return client.get();
    }

    /** The client in use; null until the endpoint is started. */
    public IotDataPlaneClient getIotDataPlaneClient() {
        return client();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        IotData2Consumer consumer = new IotData2Consumer(this, processor);
        configureConsumer(consumer);
        if (getDelay() < 0) {
            // A scheduler takes no delay of 0, which is what less than one of its units comes to.
            consumer.setDelay(Math.max(1, getTimeUnit().convert(pollDelay, TimeUnit.MILLISECONDS)));
        }
        return consumer;
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
        return "iot-data";
    }
}
