package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import java.util.List;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Looks at each answer on its way to the client: only there does it show what was granted. It never holds one back. */
final class ReplyGate implements MQTTInterceptor {

    private final LiveConnections connections;
    private final BrokerListener listener;
    private final Welcome welcome;

    ReplyGate(LiveConnections connections, BrokerListener listener, Welcome welcome) {
        this.connections = connections;
        this.listener = listener;
        this.welcome = welcome;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        connections.find(connection).ifPresent(live -> look(packet, connection, live));
        return true;
    }

    private void look(MqttMessage packet, RemotingConnection connection, LiveConnection live) {
        if (packet instanceof MqttConnAckMessage connAck) {
            if (connAck.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
                welcome.prepare(connAck, connection, live);
            }
        } else if (packet instanceof MqttSubAckMessage subAck) {
            List<String> granted = live.subscriptions()
                    .granted(
                            subAck.variableHeader().messageId(),
                            subAck.payload().grantedQoSLevels());
            tell(live, granted, listener::subscribed);
        } else if (packet instanceof MqttUnsubAckMessage unsubAck) {
            List<String> ended =
                    live.subscriptions().ended(unsubAck.variableHeader().messageId(), codes(unsubAck.payload()));
            tell(live, ended, listener::unsubscribed);
        } else if (packet.fixedHeader().messageType() == MqttMessageType.PUBACK) {
            live.inbound().acknowledged(connection);
        }
    }

    private static List<Short> codes(MqttUnsubAckPayload payload) {
        return payload == null ? List.of() : payload.unsubscribeReasonCodes();
    }

    private static void tell(LiveConnection live, List<String> filters, Told told) {
        if (!filters.isEmpty()) {
            live.session().ifPresent(session -> told.of(session, filters));
        }
    }

    private interface Told {
        void of(ClientSession session, List<String> filters);
    }
}
