package io.mainswatch.localaws.broker;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.AcceptorFactory;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.apache.activemq.artemis.utils.actors.OrderedExecutor;

/**
 * Artemis's acceptor with a TLS context of ours. Its own is read from key store files once, but here certificates come
 * and go while it runs.
 */
@SuppressWarnings("rawtypes") // Artemis's own signature.
final class TlsAcceptor extends NettyAcceptor {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** How MQTT calls itself in a handshake, first as AWS wants it on port 443 (developer guide, "Protocols"). */
    private static final List<String> APPLICATION_PROTOCOLS = List.of("x-amzn-mqtt-ca", "mqtt");

    private static final String NONE = "";

    private final SSLContext context;

    private TlsAcceptor(
            SSLContext context,
            String name,
            ClusterConnection cluster,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            ScheduledExecutorService scheduled,
            Executor failures,
            Map<String, ProtocolManager> protocols,
            String threadGroup,
            MetricsManager metrics) {
        super(name, cluster, configuration, handler, listener, scheduled, failures, protocols, threadGroup, metrics);
        this.context = context;
    }

    static AcceptorFactory factory(SSLContext context) {
        return (name, cluster, configuration, handler, listener, pool, scheduled, protocols, threadGroup, metrics) ->
                new TlsAcceptor(
                        context,
                        name,
                        cluster,
                        configuration,
                        handler,
                        listener,
                        scheduled,
                        new OrderedExecutor(pool),
                        protocols,
                        threadGroup,
                        metrics);
    }

    @Override
    public SslHandler getSslHandler(ByteBufAllocator allocator, String peerHost, int peerPort) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setNeedClientAuth(true);
        parameters.setProtocols(VERSIONS);
        engine.setSSLParameters(parameters);
        engine.setHandshakeApplicationProtocolSelector((handshake, offered) -> choose(offered));
        return new SslHandler(engine);
    }

    /** A client that offers only others is let in without an agreement, rather than turned away. */
    private static String choose(List<String> offered) {
        return APPLICATION_PROTOCOLS.stream()
                .filter(offered::contains)
                .findFirst()
                .orElse(NONE);
    }
}
