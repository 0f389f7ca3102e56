package io.mainswatch.edge.thing;

import java.net.URI;
import java.util.Set;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory;

/** Gives Paho our own way to the broker; found as a service, by the schemes {@code mqtt} and {@code mqtts}. */
public final class LinkFactory implements NetworkModuleFactory {

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of("mqtt", "mqtts");
    }

    @Override
    public void validateURI(URI broker) {
        // ThingEndpoint has made it, from settings that were checked.
    }

    @Override
    public NetworkModule createNetworkModule(URI broker, MqttConnectOptions options, String clientId) {
        return ((ThingOptions) options).module();
    }
}
