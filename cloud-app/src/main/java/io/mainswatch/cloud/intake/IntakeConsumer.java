package io.mainswatch.cloud.intake;

import org.apache.camel.Processor;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Consumer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;

/**
 * Consumes with a client that connects when its callback is there, and that is closed with the consumer. Camel's own closes
 * only a client that is connected at that moment; one that is just reconnecting would go on for ever, with the same id.
 */
final class IntakeConsumer extends PahoMqtt5Consumer implements HealthCheckAware {

    private final IntakeEndpoint endpoint;
    private volatile IntakeClient client;
    private HealthCheck health;

    IntakeConsumer(IntakeEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.health = new IntakeHealth(this);
    }

    /** Whether messages can come in now. */
    boolean isConnected() {
        IntakeClient current = client;
        return current != null && current.isConnected();
    }

    String broker() {
        return endpoint.getConfiguration().getBrokerUrl();
    }

    @Override
    protected void doStart() throws Exception {
        client = endpoint.newClient();
        setClient(client);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (client != null) {
            client.close();
            client = null;
        }
    }

    @Override
    public void setHealthCheck(HealthCheck healthCheck) {
        health = healthCheck;
    }

    @Override
    public HealthCheck getHealthCheck() {
        return health;
    }
}
