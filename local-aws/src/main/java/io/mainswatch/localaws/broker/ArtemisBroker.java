package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.start.StartException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker: Apache ActiveMQ Artemis inside this process. */
public final class ArtemisBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

    private static final String MQTT = "mqtt";
    private static final long MAX_GOODBYE_MILLIS = 1_000;

    private final String host;
    private final int wantedPort;
    private final Path folder;
    private final Faults faults;
    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    private final ScheduledExecutorService events =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-events"));
    private Doors doors;
    private volatile boolean stopping;

    /**
     * @param host the address to listen on
     * @param port the TCP port, 0 for any free one
     * @param folder where sessions and their queues are kept
     * @param faults what it shall suffer
     */
    public ArtemisBroker(String host, int port, Path folder, Faults faults) {
        this.host = host;
        this.wantedPort = port;
        this.folder = folder;
        this.faults = faults;
    }

    @Override
    public void start(BrokerListener listener) {
        LiveConnections connections = new LiveConnections();
        try {
            Configuration configuration = ArtemisConfiguration.of(folder);
            configuration.registerBrokerPlugin(
                    new SessionHooks(connections, listener, configuration.getWildcardConfiguration(), events));
            artemis.setConfiguration(configuration)
                    .setSecurityManager(new OpenDoor())
                    .start();
            RemotingService remoting = server().getRemotingService();
            remoting.addIncomingInterceptor(new PacketGate(connections));
            remoting.addOutgoingInterceptor(new PacketFaults(faults));
            doors = new Doors(remoting);
            new LinkFaults(faults, remoting, doors, connections, events).watch();
        } catch (Exception e) {
            throw StartException.folderUnusable(folder, e);
        }
        openPort();
    }

    /** Last of all, so that no client comes before the rules do. */
    private void openPort() {
        try {
            doors.open(MQTT, port -> ArtemisConfiguration.acceptor(host, port), wantedPort);
        } catch (Exception e) {
            throw StartException.portUnavailable("MQTT", host, wantedPort, "--mqtt-port", e);
        }
    }

    @Override
    public int port() {
        return doors.port(MQTT);
    }

    @Override
    public void publish(String topic, byte[] payload, Qos qos) {
        try {
            server().getPostOffice().route(message(topic, payload, qos), false);
        } catch (Exception e) {
            if (!stopping) {
                LOG.error("the broker could not route a message to {}", topic, e);
            }
        }
    }

    private CoreMessage message(String topic, byte[] payload, Qos qos) {
        CoreMessage message = new CoreMessage(server().getStorageManager().generateID(), payload.length + 64);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(qos != Qos.AT_MOST_ONCE);
        message.setRoutingType(RoutingType.MULTICAST);
        message.setAddress(MQTTUtil.getCoreAddressFromMqttTopic(
                topic, server().getConfiguration().getWildcardConfiguration()));
        message.putIntProperty(MQTTUtil.MQTT_QOS_LEVEL_KEY, qos.ordinal());
        message.getBodyBuffer().writeBytes(payload);
        return message;
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
    private void awaitSessionsEnded() throws Exception {
        MQTTStateManager sessions = MQTTStateManager.getInstance(server());
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
