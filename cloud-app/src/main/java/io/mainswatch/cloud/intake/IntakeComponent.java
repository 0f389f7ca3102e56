package io.mainswatch.cloud.intake;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.spi.annotations.Component;

/** Makes {@code paho-mqtt5} endpoints whose consumers are {@link IntakeConsumer}s. */
@Component("paho-mqtt5")
public final class IntakeComponent extends PahoMqtt5Component {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        IntakeEndpoint endpoint =
                new IntakeEndpoint(uri, remaining, this, getConfiguration().copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
