package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.plane.PlaneHealthCheck;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** Lists the named shadows of the thing that the configuration names for it; without one it looks at the region only. */
public class IotData2ProducerHealthCheck extends PlaneHealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(IotData2ProducerHealthCheck.class);

    private final IotData2Endpoint endpoint;

    public IotData2ProducerHealthCheck(IotData2Endpoint endpoint) {
        super("aws2-iot-data-" + endpoint.getId(), endpoint.getConfiguration(), IotDataPlaneClient.serviceMetadata());
        this.endpoint = endpoint;
    }

    @Override
    protected void probe() {
        String thing = endpoint.getConfiguration().getHealthCheckThingName();
        if (ObjectHelper.isEmpty(thing)) {
            return;
        }
        try {
            endpoint.getIotDataPlaneClient()
                    .listNamedShadowsForThing(
                            request -> request.thingName(thing).pageSize(1));
        } catch (ResourceNotFoundException e) {
            LOG.debug("AWS answered that there is no thing {}, so the data plane is there", thing);
        }
    }
}
