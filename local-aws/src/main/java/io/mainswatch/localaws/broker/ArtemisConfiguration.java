package io.mainswatch.localaws.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Artemis's settings. Where they differ from its defaults, the default was measured to break something. */
final class ArtemisConfiguration {

    /** AWS takes up to 20 minutes; Artemis's default of 60 s would cut a client that asked for more. */
    private static final Duration MAX_KEEP_ALIVE = Duration.ofMinutes(20);

    private static final int MAX_TOPIC_ALIASES = 8;

    /** QoS 1 messages that a client may leave unacknowledged; an MQTT 5 client may ask for fewer or more. */
    private static final int MAX_IN_FLIGHT = 100;

    private static final long MEGABYTE = 1024 * 1024;

    private ArtemisConfiguration() {}

    static Configuration of(Path folder) {
        Configuration configuration = new ConfigurationImpl()
                .setName("local-aws")
                .setJMXManagementEnabled(false)
                .setCriticalAnalyzer(false)
                .setMessageCounterEnabled(false)
                .setGlobalMaxSize(128 * MEGABYTE)
                .setMaxDiskUsage(-1)
                // A keep-alive that ran out is noticed within half a second.
                .setConnectionTtlCheckInterval(500)
                .setMqttSessionScanInterval(1_000);
        persist(configuration, folder);
        secure(configuration);
        return configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAutoCreateAddresses(true)
                        .setAutoCreateQueues(true)
                        .setAutoDeleteAddresses(true)
                        .setAutoDeleteQueues(true));
    }

    private static void persist(Configuration configuration, Path folder) {
        configuration
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalFileSize((int) MEGABYTE)
                // How long a write waits for others to share its fsync; the default of 3.3 ms is for disks that turn.
                .setJournalBufferTimeout_NIO(500_000);
    }

    /**
     * Both caches off: the first is keyed by user and certificate and would skip a second client id, the second by the
     * user name that the client sent, so that one thing could use what another was allowed.
     */
    private static void secure(Configuration configuration) {
        configuration.setSecurityEnabled(true).setAuthenticationCacheSize(0).setAuthorizationCacheSize(0);
    }

    /** The URL of the port for certificates. Artemis insists on a TLS context, which {@link TlsAcceptor} does not use. */
    static String tlsAcceptor(BrokerSettings settings, int port) {
        return acceptor(settings, port) + ";sslEnabled=true;useDefaultSslContext=true;keyStoreProvider=none";
    }

    /** The URL of the plain port. */
    static String acceptor(BrokerSettings settings, int port) {
        String host = settings.host();
        return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "?protocols=MQTT"
                + ";serverKeepAlive=" + MAX_KEEP_ALIVE.toSeconds()
                + ";defaultMqttSessionExpiryInterval=" + settings.sessionLife().toSeconds()
                + ";topicAliasMaximum=" + MAX_TOPIC_ALIASES
                + ";defaultMaximumInFlightPublishMessages=" + MAX_IN_FLIGHT
                + ";maximumPacketSize=" + PacketLimit.MAX_PACKET
                + ";tcpNoDelay=true;quietPeriod=0;shutdownTimeout=0";
    }
}
