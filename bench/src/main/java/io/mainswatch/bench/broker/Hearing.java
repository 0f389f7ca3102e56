package io.mainswatch.bench.broker;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** What a client does with a message. */
@FunctionalInterface
interface Hearing extends MqttCallback {

    void heard(String topic, byte[] payload) throws MqttException;

    @Override
    default void messageArrived(String topic, MqttMessage message) throws MqttException {
        heard(topic, message.getPayload());
    }

    @Override
    default void connectionLost(Throwable cause) {
        System.err.println("a client has lost its connection: " + cause);
    }

    @Override
    default void deliveryComplete(IMqttDeliveryToken token) {
        // Loads count what arrives.
    }
}
