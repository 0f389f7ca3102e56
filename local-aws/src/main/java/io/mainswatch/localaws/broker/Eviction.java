package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;

/** Ends a client's connection from our side, as if it had broken, so that the client's Will is published. */
final class Eviction {

    private static final int AT_ONCE = 0;

    private final MQTTStateManager sessions;
    private final LiveConnections connections;

    Eviction(MQTTStateManager sessions, LiveConnections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    boolean end(String clientId, boolean forgetSession, boolean withholdWill) {
        MQTTConnection connection = sessions.getConnectedClient(clientId);
        Optional<LiveConnection> live = connections.holderOf(clientId);
        if (connection == null || live.isEmpty()) {
            return false;
        }
        MQTTSessionState session = sessions.getSessionStates().get(clientId);
        if (session != null && forgetSession) {
            session.setClientSessionExpiryInterval(AT_ONCE);
        }
        if (session != null && withholdWill) {
            session.setWill(false);
        }
        live.get().endsBecause(DisconnectReason.API_INITIATED_DISCONNECT);
        Farewell.say(live.get(), connection, Disconnect.ADMINISTRATIVE_ACTION);
        connection.fail(new ActiveMQDisconnectedException("The connection was deleted by a call"));
        return true;
    }
}
