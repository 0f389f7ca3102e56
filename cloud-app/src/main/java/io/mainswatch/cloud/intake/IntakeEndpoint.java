package io.mainswatch.cloud.intake;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Endpoint;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A topic to consume from. The options are Camel's; the {@code client} option is not used. */
final class IntakeEndpoint extends PahoMqtt5Endpoint {

    IntakeEndpoint(String uri, String topic, PahoMqtt5Component component, PahoMqtt5Configuration configuration) {
        super(uri, topic, component, configuration);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        IntakeConsumer consumer = new IntakeConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** A client with the options of this endpoint, not connected yet. */
    IntakeClient newClient() throws MqttException {
        PahoMqtt5Configuration configuration = getConfiguration();
        String id = configuration.getClientId() == null ? generateClientId() : configuration.getClientId();
        MqttConnectionOptions options = createMqttConnectionOptions();
        if (options.getSocketFactory() == null) {
            options.setSocketFactory(new PromptSocketFactory());
        }
        IntakeClient client =
                new IntakeClient(configuration.getBrokerUrl(), id, createMqttClientPersistence(configuration), options);
        client.setManualAcks(configuration.isManualAcksEnabled());
        return client;
    }
}
