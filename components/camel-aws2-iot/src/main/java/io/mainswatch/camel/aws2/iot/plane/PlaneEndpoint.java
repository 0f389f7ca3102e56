package io.mainswatch.camel.aws2.iot.plane;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.SdkClient;

/**
 * Holds the SDK client of one plane while the endpoint runs.
 *
 * <p>A client given by configuration or registry is used and left open: it belongs to whoever made it. Otherwise the
 * endpoint makes one at its start and closes it at its stop.
 *
 * @param <C> the SDK client of the plane
 */
public abstract class PlaneEndpoint<C extends SdkClient> extends DefaultEndpoint implements EndpointServiceLocation {

    private C client;

    protected PlaneEndpoint(String uri, Component component) {
        super(uri, component);
    }

    public abstract PlaneConfiguration getConfiguration();

    /** The client that the configuration brings, or null. */
    protected abstract C givenClient();

    /** A new client made from the configuration. */
    protected abstract C newClient();

    /** The client in use; null until the endpoint is started. */
    protected final C client() {
        return client;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("You cannot receive messages from this endpoint");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = givenClient() != null ? givenClient() : newClient();
    }

    @Override
    protected void doStop() throws Exception {
        if (client != null && client != givenClient()) {
            client.close();
        }
        client = null;
        super.doStop();
    }

    @Override
    public String getServiceUrl() {
        String place = getConfiguration().isOverrideEndpoint()
                ? getConfiguration().getUriEndpointOverride()
                : getConfiguration().getRegion();
        return ObjectHelper.isEmpty(place) ? null : place;
    }
}
