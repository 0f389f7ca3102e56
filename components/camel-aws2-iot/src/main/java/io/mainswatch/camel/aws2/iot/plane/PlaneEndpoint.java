package io.mainswatch.camel.aws2.iot.plane;

import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.SdkClient;

/**
 * An endpoint that calls one plane.
 *
 * @param <C> the SDK client of the plane
 */
public interface PlaneEndpoint<C extends SdkClient> extends Endpoint, EndpointServiceLocation {

    PlaneConfiguration getConfiguration();

    Component getComponent();

    /** The client in use; null until the endpoint is started. */
    C client();

    @Override
    default String getServiceUrl() {
        String place = getConfiguration().isOverrideEndpoint()
                ? getConfiguration().getUriEndpointOverride()
                : getConfiguration().getRegion();
        return ObjectHelper.isEmpty(place) ? null : place;
    }
}
