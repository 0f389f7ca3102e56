package io.mainswatch.camel.aws2.iot.data;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** For working with the data plane of AWS IoT through the AWS SDK v2. */
@Component("aws2-iot-data")
public class IotData2Component extends HealthCheckComponent {

    @Metadata
    private IotData2Configuration configuration = new IotData2Configuration();

    public IotData2Component() {
        this(null);
    }

    public IotData2Component(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        IotData2Configuration copy = configuration != null ? configuration.copy() : new IotData2Configuration();
        copy.setLabel(remaining);
        IotData2Endpoint endpoint = new IotData2Endpoint(uri, this, copy);
        setProperties(endpoint, parameters);
        copy.requireNames();
        copy.requireCredentials("iotDataPlaneClient", copy.getIotDataPlaneClient());
        return endpoint;
    }

    public IotData2Configuration getConfiguration() {
        return configuration;
    }

    /** Component configuration */
    public void setConfiguration(IotData2Configuration configuration) {
        this.configuration = configuration;
    }
}
