package io.mainswatch.localaws.broker;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.FailureListener;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what Artemis reports of its sessions into the words of {@link BrokerListener}. */
final class SessionHooks implements ActiveMQServerPlugin {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHooks.class);

    /** Artemis closes the session first and names the cause just after. */
    private static final long CAUSE_ARRIVES_MILLIS = 20;

    private final LiveConnections connections;
    private final BrokerListener listener;
    private final WildcardConfiguration wildcards;
    private final ScheduledExecutorService later;

    SessionHooks(
            LiveConnections connections,
            BrokerListener listener,
            WildcardConfiguration wildcards,
            ScheduledExecutorService later) {
        this.connections = connections;
        this.listener = listener;
        this.wildcards = wildcards;
        this.later = later;
    }

    @Override
    public void afterCreateSession(ServerSession session) {
        RemotingConnection connection = session.getRemotingConnection();
        LiveConnection live = connections.of(connection);
        ClientSession client = new ClientSession(
                connection.getClientID(),
                session.getName(),
                ipAddress(connection.getRemoteAddress()),
                live.caller().map(Caller::principal).orElse(ClientSession.ANONYMOUS));
        connections.letIn(live, client);
        connection.addFailureListener(new CauseOfDeath(live));
        listener.connected(client);
        if (!connection.getTransportConnection().isOpen()) {
            // Gone while it was let in: nothing else would tell.
            ended(connection);
        }
    }

    @Override
    public void afterCloseSession(ServerSession session, boolean failed) {
        RemotingConnection connection = session.getRemotingConnection();
        if (failed && connection.getTransportConnection().isOpen()) {
            connections.find(connection).ifPresent(LiveConnection::hangsUp);
        }
        ended(connection);
    }

    /** Comes before or after the session's end, as the threads have it; or alone, for a client that was refused. */
    @Override
    public void afterDestroyConnection(RemotingConnection connection) {
        ended(connection);
    }

    private void ended(RemotingConnection connection) {
        Optional<LiveConnection> live = connections.remove(connection);
        if (live.isPresent() && !later.isShutdown()) {
            later.schedule(() -> tell(live.get()), CAUSE_ARRIVES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell(LiveConnection gone) {
        gone.endSession().ifPresent(client -> {
            if (gone.isUnexplained()) {
                LOG.warn(
                        "client {}: a packet is malformed, or larger than {} bytes; connection closed",
                        client.clientId(),
                        PacketLimit.MAX_PACKET);
            }
            listener.disconnected(client, gone.reason());
        });
    }

    /** A message that is kept survives a restart, whatever its QoS. */
    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue) {
        if (message.getBooleanProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY)) {
            message.setDurable(true);
        }
    }

    /** Called once the sender was allowed and the message routed; a Will comes after its session has closed. */
    @Override
    public void afterSend(
            ServerSession session,
            Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            RoutingStatus result) {
        RemotingConnection connection = session.getRemotingConnection();
        Publication publication = new Publication(
                MQTTUtil.getMqttTopicFromCoreAddress(message.getAddress(), wildcards),
                CoreMessages.payload(message),
                connection.getClientID(),
                CertificateDoor.principal(connection));
        if (session.isClosed()) {
            listener.lastWill(publication);
        } else {
            listener.published(publication);
        }
    }

    /** From {@code 127.0.0.1:4711} or {@code [::1]:4711}. */
    static String ipAddress(String remoteAddress) {
        int port = remoteAddress.lastIndexOf(':');
        String host = port < 0 ? remoteAddress : remoteAddress.substring(0, port);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private record CauseOfDeath(LiveConnection live) implements FailureListener {

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver) {
            switch (exception.getType()) {
                case CONNECTION_TIMEDOUT -> live.endsBecause(DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT);
                case REMOTE_DISCONNECT -> LOG.debug("the socket is closed, by the client or by Artemis");
                default -> live.endsBecause(DisconnectReason.CONNECTION_LOST);
            }
        }

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver, String scaleDownTargetNodeId) {
            connectionFailed(exception, failedOver);
        }
    }
}
