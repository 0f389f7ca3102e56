package io.mainswatch.localaws.broker;

import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends connections, on a thread of its own: where the need is found, the session is in the middle of something. */
final class Expulsion {

    private static final Logger LOG = LoggerFactory.getLogger(Expulsion.class);

    private final ScheduledExecutorService later;

    Expulsion(ScheduledExecutorService later) {
        this.later = later;
    }

    /** @param what for the log: what the client was not allowed to do */
    void expel(RemotingConnection connection, LiveConnection live, DisconnectReason reason, String what) {
        live.endsBecause(reason);
        if (!later.isShutdown()) {
            LOG.warn("client {}: {}; connection closed", connection.getClientID(), what);
            later.execute(() -> {
                Farewell.say(live, connection, Disconnect.NOT_AUTHORIZED);
                connection.fail(new ActiveMQDisconnectedException(what));
            });
        }
    }
}
