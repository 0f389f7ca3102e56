package io.mainswatch.edge.thing;

import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** Passes everything on to the endpoint that listens, and lets the connection's keeper hear of a loss first. */
record LossHeard(MqttCallback endpoint, Consumer<Throwable> keeper) implements MqttCallback {

    @Override
    public void connectionLost(Throwable cause) {
        keeper.accept(cause);
        endpoint.connectionLost(cause);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws Exception {
        endpoint.messageArrived(topic, message);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        endpoint.deliveryComplete(token);
    }
}
