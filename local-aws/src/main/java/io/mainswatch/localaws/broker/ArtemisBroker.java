package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCallback;
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
    private static final String TLS = "mqtts";

    private final String host;
    private final int wantedPort;
    private final Path folder;
    private final Duration shortestKeepAlive;
    private final MutualTls tls;
    private final LiveConnections connections = new LiveConnections();
    private final ScheduledExecutorService events =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-events"));
    private final Expulsion expulsion = new Expulsion(events);
    private EmbeddedActiveMQ artemis;
    private MQTTStateManager sessions;
    private NettyAcceptor acceptor;
    private NettyAcceptor tlsAcceptor;
    private ConnectionReview review;
    private volatile boolean stopping;

    /**
     * @param host the address to listen on
     * @param port the TCP port, 0 for any free one
     * @param tls the port for clients with certificates
     * @param folder where sessions and their queues are kept
     * @param shortestKeepAlive whole seconds; a client that asks for less gets this
     */
    public ArtemisBroker(String host, int port, MutualTls tls, Path folder, Duration shortestKeepAlive) {
        this.host = host;
        this.wantedPort = port;
        this.tls = tls;
        this.folder = folder;
        this.shortestKeepAlive = shortestKeepAlive;
    }

    @Override
    public void start(BrokerListener listener) {
        review = new ConnectionReview(connections, tls.gatekeeper(), expulsion);
        try {
            if (!isServing(listener)) {
                LOG.warn(
                        "the broker's files are damaged; they are kept as {}. Sessions, what waited for them, and retained"
                                + " messages are lost",
                        BrokerFolder.setAside(folder));
                if (!isServing(listener)) {
                    throw new IOException("the broker does not start with an empty folder; its own log says why");
                }
            }
            sessions = MQTTStateManager.getInstance(server());
            server().getServiceRegistry().addAcceptorFactory(TLS, TlsAcceptor.factory(tls.context()));
            RemotingServiceImpl sockets = (RemotingServiceImpl) server().getRemotingService();
            sockets.addIncomingInterceptor(
                    new FailClosed(new CertificateGate(connections, tls.gatekeeper(), listener)));
            sockets.addIncomingInterceptor(new FailClosed(new PacketGate(connections)));
            sockets.addOutgoingInterceptor(new FailClosed(new DeliveryGate(connections, tls.gatekeeper(), expulsion)));
            sockets.addOutgoingInterceptor(
                    new ReplyGate(connections, listener, new Welcome(sessions, sockets, shortestKeepAlive)));
        } catch (Exception e) {
            throw StartException.folderUnusable(folder, e);
        }
        acceptor = openPort("mqtt", ArtemisConfiguration.acceptor(host, wantedPort), wantedPort);
        tlsAcceptor = openPort(TLS, ArtemisConfiguration.tlsAcceptor(host, tls.port()), tls.port());
    }

    /** Artemis starts also with files that it cannot read, and then serves nobody: whether it is active is what counts. */
    private boolean isServing(BrokerListener listener) throws Exception {
        Configuration configuration = ArtemisConfiguration.of(folder);
        configuration.registerBrokerPlugin(
                new SessionHooks(connections, listener, configuration.getWildcardConfiguration(), events));
        artemis = new EmbeddedActiveMQ();
        artemis.setConfiguration(configuration)
                .setSecurityManager(new CertificateDoor(
                        connections, tls.gatekeeper(), expulsion, configuration.getWildcardConfiguration()))
                .start();
        if (server().isActive()) {
            return true;
        }
        artemis.stop();
        return false;
    }

    /** Last of all, so that no client comes before the rules do, and because an acceptor that fails here says so. */
    private NettyAcceptor openPort(String name, String url, int port) {
        try {
            NettyAcceptor opened = (NettyAcceptor) server().getRemotingService().createAcceptor(name, url);
            opened.start();
            return opened;
        } catch (Exception e) {
            throw StartException.portUnavailable(name.toUpperCase(Locale.ROOT), host, port, "--" + name + "-port", e);
        }
    }

    @Override
    public int port() {
        return acceptor.getActualPort();
    }

    @Override
    public int tlsPort() {
        return tlsAcceptor.getActualPort();
    }

    @Override
    public void review() {
        if (!stopping) {
            events.execute(() -> server().getRemotingService().getConnections().forEach(review::review));
        }
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
    public void whenKept(Runnable task) {
        server().getStorageManager().afterCompleteOperations(new IOCallback() {
            @Override
            public void done() {
                task.run();
            }

            @Override
            public void onError(int code, String message) {
                LOG.error("the broker could not keep a message: {} ({})", message, code);
            }
        });
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
                if (tlsAcceptor != null) {
                    tlsAcceptor.pause();
                }
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
