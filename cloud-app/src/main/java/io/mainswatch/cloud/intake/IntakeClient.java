package io.mainswatch.cloud.intake;

import java.time.Duration;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttClientPersistence;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * An MQTT 5 client that connects when it is asked to subscribe.
 *
 * <p>Camel's consumer connects first and installs its callback afterwards. Paho drops what arrives between the two,
 * unacknowledged: with a durable session that is the backlog, and as many such messages as the receive maximum allows leave
 * the consumer deaf until the next reconnect. Here the callback is there when the connection is made. A refused
 * subscription, which Camel's consumer does not look at, is an exception.
 */
final class IntakeClient extends MqttClient {

    /** Paho would wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Reason codes from here on are refusals (MQTT 5, section 2.4). */
    private static final int REFUSED = 0x80;

    private final MqttConnectionOptions options;
    private boolean connectedOnce;

    IntakeClient(String url, String clientId, MqttClientPersistence persistence, MqttConnectionOptions options)
            throws MqttException {
        super(url, clientId, persistence);
        setTimeToWait(PATIENCE.toMillis());
        this.options = options;
    }

    /** Subscribes, after connecting for the first time; Paho itself reconnects later and then calls this again. */
    @Override
    public IMqttToken subscribe(String topicFilter, int qos) throws MqttException {
        if (!connectedOnce) {
            connect(options);
            connectedOnce = true;
        }
        IMqttToken token = super.subscribe(topicFilter, qos);
        for (int code : token.getReasonCodes()) {
            if (code >= REFUSED) {
                throw new MqttException(code);
            }
        }
        return token;
    }

    /** Ends the connection, also one that is being made anew; a broker keeps a durable session. */
    @Override
    public void close() throws MqttException {
        if (isConnected()) {
            disconnect();
        }
        super.close(true);
    }
}
