package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.start.StartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.server.impl.RemotingServiceImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker: Apache ActiveMQ Artemis inside this process. */
public final class ArtemisBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

    private static final long MAX_GOODBYE_MILLIS = 1_000;

    private final String host;
    private final int wantedPort;
    private final Path folder;
    private final Duration shortestKeepAlive;
    private final LiveConnections connections = new LiveConnections();
    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    private final ScheduledExecutorService events =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-events"));
    private MQTTStateManager sessions;
    private NettyAcceptor acceptor;
    private volatile boolean stopping;

    /**
     * @param host the address to listen on
     * @param port the TCP port, 0 for any free one
     * @param folder where sessions and their queues are kept
     * @param shortestKeepAlive whole seconds; a client that asks for less gets this
     */
    public ArtemisBroker(String host, int port, Path folder, Duration shortestKeepAlive) {
        this.host = host;
        this.wantedPort = port;
        this.folder = folder;
        this.shortestKeepAlive = shortestKeepAlive;
    }

    @Override
    public void start(BrokerListener listener) {
        try {
            Configuration configuration = ArtemisConfiguration.of(folder);
            configuration.registerBrokerPlugin(
                    new SessionHooks(connections, listener, configuration.getWildcardConfiguration(), events));
            artemis.setConfiguration(configuration)
                    .setSecurityManager(new OpenDoor())
                    .start();
            sessions = MQTTStateManager.getInstance(server());
            RemotingServiceImpl sockets = (RemotingServiceImpl) server().getRemotingService();
            sockets.addIncomingInterceptor(new PacketGate(connections));
            sockets.addOutgoingInterceptor(
                    new ReplyGate(connections, listener, new Welcome(sessions, sockets, shortestKeepAlive)));
        } catch (Exception e) {
            throw StartException.folderUnusable(folder, e);
        }
        openPort();
    }

    /** Last of all, so that no client comes before the rules do, and because an acceptor that fails here says so. */
    private void openPort() {
        try {
            acceptor = (NettyAcceptor) server().getRemotingService()
                    .createAcceptor("mqtt", ArtemisConfiguration.acceptor(host, wantedPort));
            acceptor.start();
        } catch (Exception e) {
            throw StartException.portUnavailable("MQTT", host, wantedPort, "--mqtt-port", e);
        }
    }

    @Override
    public int port() {
        return acceptor.getActualPort();
    }

    @Override
    public void publish(String topic, byte[] payload, Qos qos) {
        try {
            server().getPostOffice().route(CoreMessages.of(server(), topic, payload, qos), false);
        } catch (Exception e) {
            if (!stopping) {
                LOG.error("the broker could not route a message to {}", topic, e);
            }
        }
    }

    @Override
    public RetainedMessages retained() {
        return new ArtemisRetained(server());
    }

    @Override
    public boolean disconnect(String clientId, boolean forgetSession, boolean withholdWill) {
        return new Eviction(sessions, connections).end(clientId, forgetSession, withholdWill);
    }

    private ActiveMQServer server() {
        return artemis.getActiveMQServer();
    }

    @Override
    public void close() {
        stopping = true;
        events.shutdownNow();
        try {
            if (acceptor != null) {
                acceptor.pause();
                // Ending a session writes to the journal, so sessions end while it still runs.
                server().getRemotingService().getConnections().forEach(ArtemisBroker::hangUp);
                awaitSessionsEnded();
            }
            artemis.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop cleanly", e);
        }
    }

    private static void hangUp(RemotingConnection connection) {
        connection.fail(new ActiveMQDisconnectedException("The broker is stopping"));
    }

    /** Clients that were leaving by themselves do so on other threads. */
    private void awaitSessionsEnded() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try {
            Runnable look = () -> {
                if (sessions.getConnectedClients().isEmpty()) {
                    ended.countDown();
                }
            };
            watch.scheduleWithFixedDelay(look, 0, 5, TimeUnit.MILLISECONDS);
            if (!ended.await(MAX_GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("some sessions had not ended when the broker stopped");
            }
        } finally {
            watch.shutdownNow();
        }
    }
}
