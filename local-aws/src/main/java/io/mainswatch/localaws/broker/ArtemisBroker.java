package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.start.StartException;
import io.mainswatch.localaws.store.Damaged;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.remoting.server.impl.RemotingServiceImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker: Apache ActiveMQ Artemis inside this process. */
public final class ArtemisBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

    private static final String MQTT = "mqtt";
    private static final String TLS = "mqtts";
    private static final long MAX_GOODBYE_MILLIS = 1_000;

    private final BrokerSettings settings;
    private final MutualTls tls;
    private final Faults faults;
    private final LiveConnections connections = new LiveConnections();
    private final ScheduledExecutorService events =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-events"));
    private final Expulsion expulsion = new Expulsion(events);
    private EmbeddedActiveMQ artemis;
    private MQTTStateManager sessions;
    private Doors doors;
    private ConnectionReview review;
    private volatile boolean stopping;

    /**
     * @param tls the port for clients with certificates
     * @param faults what it shall suffer
     */
    public ArtemisBroker(BrokerSettings settings, MutualTls tls, Faults faults) {
        this.settings = settings;
        this.tls = tls;
        this.faults = faults;
    }

    @Override
    public void start(BrokerListener listener) {
        review = new ConnectionReview(connections, tls.gatekeeper(), expulsion);
        try {
            if (!isServing(listener)) {
                LOG.warn(
                        "the broker's files are damaged; they are kept as {}. Sessions, what waited for them, and retained"
                                + " messages are lost",
                        Damaged.setAside(settings.folder()));
                if (!isServing(listener)) {
                    throw new IOException("the broker does not start with an empty folder; its own log says why");
                }
            }
            sessions = MQTTStateManager.getInstance(server());
            new LeftSessions(server(), sessions).endAfter(settings.sessionLife(), events);
            server().getServiceRegistry().addAcceptorFactory(TLS, TlsAcceptor.factory(tls.context()));
            intercept((RemotingServiceImpl) server().getRemotingService(), listener);
        } catch (Exception e) {
            throw StartException.folderUnusable(settings.folder(), e);
        }
        openPort(MQTT, port -> ArtemisConfiguration.acceptor(settings, port), settings.port());
        openPort(TLS, port -> ArtemisConfiguration.tlsAcceptor(settings, port), tls.port());
    }

    /** Artemis starts also with files that it cannot read, and then serves nobody: whether it is active is what counts. */
    private boolean isServing(BrokerListener listener) throws Exception {
        Configuration configuration = ArtemisConfiguration.of(settings.folder());
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

    private void intercept(RemotingServiceImpl sockets, BrokerListener listener) {
        sockets.addIncomingInterceptor(new FailClosed(new CertificateGate(connections, tls.gatekeeper(), listener)));
        sockets.addIncomingInterceptor(new FailClosed(new PacketGate(connections)));
        sockets.addOutgoingInterceptor(new FailClosed(new DeliveryGate(connections, tls.gatekeeper(), expulsion)));
        sockets.addOutgoingInterceptor(
                new ReplyGate(connections, listener, new Welcome(sessions, sockets, settings.shortestKeepAlive())));
        sockets.addOutgoingInterceptor(new PacketFaults(faults));
        doors = new Doors(sockets);
        new LinkFaults(faults, sockets, doors, connections, events).watch();
    }

    /** Last of all, so that no client comes before the rules do. */
    private void openPort(String name, IntFunction<String> url, int port) {
        try {
            doors.open(name, url, port);
        } catch (Exception e) {
            throw StartException.portUnavailable(
                    name.toUpperCase(Locale.ROOT), settings.host(), port, "--" + name + "-port", e);
        }
    }

    @Override
    public int port() {
        return doors.port(MQTT);
    }

    @Override
    public int tlsPort() {
        return doors.port(TLS);
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
            if (doors != null) {
                doors.pause();
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
