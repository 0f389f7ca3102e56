package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.plane.Call;
import io.mainswatch.camel.aws2.iot.plane.Option;
import io.mainswatch.camel.aws2.iot.plane.PlaneProducer;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Sends messages to the data plane of <a href="https://aws.amazon.com/iot-core/">AWS IoT</a>. */
public class IotData2Producer extends PlaneProducer<IotDataPlaneClient> {

    private final IotData2Endpoint endpoint;
    private final Map<String, Option> options;

    public IotData2Producer(IotData2Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        IotData2Configuration configuration = endpoint.getConfiguration();
        this.options = Map.of(
                IotData2Constants.THING_NAME, new Option("thingName", configuration.getThingName()),
                IotData2Constants.SHADOW_NAME, new Option("shadowName", configuration.getShadowName()),
                IotData2Constants.EXPECTED_VERSION, new Option("version", configuration.getVersion()),
                IotData2Constants.TOPIC, new Option("topic", configuration.getTopic()),
                IotData2Constants.QOS, new Option("qos", configuration.getQos()),
                IotData2Constants.RETAIN, new Option("retain", configuration.isRetain()));
    }

    @Override
    protected Call<IotDataPlaneClient, ?, ?, ?> call(Exchange exchange) {
        IotData2Configuration configuration = endpoint.getConfiguration();
        IotData2Operations operation = operation(
                exchange, IotData2Constants.OPERATION, IotData2Operations.class, configuration.getOperation());
        return operation == IotData2Operations.getThingShadow && configuration.getIfAbsent() == IfAbsent.empty
                ? ShadowCalls.GET_THING_SHADOW_IF_ANY
                : operation.call();
    }

    @Override
    protected Map<String, Option> options() {
        return options;
    }

    @Override
    protected HealthCheck newHealthCheck() {
        return new IotData2ProducerHealthCheck(endpoint);
    }
}
