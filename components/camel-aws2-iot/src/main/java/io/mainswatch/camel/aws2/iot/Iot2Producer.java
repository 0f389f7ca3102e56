package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.plane.Call;
import io.mainswatch.camel.aws2.iot.plane.Option;
import io.mainswatch.camel.aws2.iot.plane.PlaneProducer;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import software.amazon.awssdk.services.iot.IotClient;

/** Sends messages to the control plane of <a href="https://aws.amazon.com/iot-core/">AWS IoT</a>. */
public class Iot2Producer extends PlaneProducer<IotClient> {

    private final Iot2Endpoint endpoint;

    public Iot2Producer(Iot2Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected Call<IotClient, ?, ?, ?> call(Exchange exchange) {
        return operation(
                        exchange,
                        Iot2Constants.OPERATION,
                        Iot2Operations.class,
                        endpoint.getConfiguration().getOperation())
                .call();
    }

    @Override
    protected Map<String, Option> options() {
        return Map.of();
    }

    @Override
    protected HealthCheck newHealthCheck() {
        return new Iot2ProducerHealthCheck(endpoint);
    }
}
