package io.mainswatch.camel.aws2.iot;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** For working with the control plane of AWS IoT through the AWS SDK v2. */
@Component("aws2-iot")
public class Iot2Component extends HealthCheckComponent {

    @Metadata
    private Iot2Configuration configuration = new Iot2Configuration();

    public Iot2Component() {
        this(null);
    }

    public Iot2Component(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Iot2Configuration copy = configuration != null ? configuration.copy() : new Iot2Configuration();
        copy.setLabel(remaining);
        Iot2Endpoint endpoint = new Iot2Endpoint(uri, this, copy);
        setProperties(endpoint, parameters);
        copy.requireCredentials("iotClient", copy.getIotClient());
        return endpoint;
    }

    public Iot2Configuration getConfiguration() {
        return configuration;
    }

    /** Component configuration */
    public void setConfiguration(Iot2Configuration configuration) {
        this.configuration = configuration;
    }
}
