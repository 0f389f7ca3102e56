package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.plane.PlaneHealthCheck;
import software.amazon.awssdk.services.iot.IotClient;

/** Asks the registry for one thing. */
public class Iot2ProducerHealthCheck extends PlaneHealthCheck {

    private final Iot2Endpoint endpoint;

    public Iot2ProducerHealthCheck(Iot2Endpoint endpoint) {
        super("aws2-iot-" + endpoint.getId(), endpoint.getConfiguration(), IotClient.serviceMetadata());
        this.endpoint = endpoint;
    }

    @Override
    protected void probe() {
        endpoint.getIotClient().listThings(request -> request.maxResults(1));
    }
}
