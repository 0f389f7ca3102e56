package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.faults.Arming;
import io.mainswatch.localaws.faults.BrokerFault.LinkCut;
import io.mainswatch.localaws.faults.BrokerFault.Stop;
import io.mainswatch.localaws.faults.Faults;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks connections, and closes the ports for a while, when such a fault is armed. */
final class LinkFaults {

    private static final Logger LOG = LoggerFactory.getLogger(LinkFaults.class);

    /** How often it looks whether the broker may be reached again. */
    private static final long LOOK_MILLIS = 50;

    private final Faults faults;
    private final RemotingService remoting;
    private final Doors doors;
    private final LiveConnections connections;

    /** One thread, so that the ports are opened and closed one after the other. */
    private final ScheduledExecutorService thread;

    private boolean shut;

    LinkFaults(
            Faults faults,
            RemotingService remoting,
            Doors doors,
            LiveConnections connections,
            ScheduledExecutorService thread) {
        this.faults = faults;
        this.remoting = remoting;
        this.doors = doors;
        this.connections = connections;
        this.thread = thread;
    }

    void watch() {
        faults.watch(arming -> {
            if (arming.order().fault() instanceof Stop) {
                thread.execute(() -> stop(arming));
            } else if (arming.order().fault() instanceof LinkCut cut) {
                thread.execute(() -> cut(arming, cut));
            }
        });
    }

    private void stop(Arming stop) {
        if (!faults.strike(stop) || shut) {
            return;
        }
        shut = true;
        doors.pause();
        remoting.getConnections()
                .forEach(connection -> hangUp(connection, DisconnectReason.SERVER_INITIATED_DISCONNECT));
        try {
            doors.shut();
        } catch (Exception e) {
            if (!thread.isShutdown()) {
                LOG.error("broker-stop: the broker's ports did not close", e);
            }
        }
        reopenWhenOver();
    }

    /** Looks, rather than waits for an end that is known: it may be disarmed, or armed anew for another time. */
    private void reopenWhenOver() {
        boolean over =
                faults.list().stream().noneMatch(arming -> arming.order().fault() instanceof Stop && arming.isArmed());
        if (over && isReopened()) {
            shut = false;
        } else {
            thread.schedule(this::reopenWhenOver, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReopened() {
        try {
            doors.reopen();
            return true;
        } catch (Exception e) {
            LOG.warn("broker-stop: a port of the broker does not open again yet: {}", e.getMessage());
            return false;
        }
    }

    /** A time at which there is no link to cut does not count. */
    private void cut(Arming arming, LinkCut cut) {
        List<RemotingConnection> links = remoting.getConnections().stream()
                .filter(link -> link.getTransportConnection().isOpen())
                .filter(link -> link.getClientID() != null && arming.order().isAbout(link.getClientID()))
                .toList();
        if (!links.isEmpty() && faults.strike(arming)) {
            links.forEach(link -> hangUp(link, DisconnectReason.CONNECTION_LOST));
        }
        if (arming.isArmed()) {
            thread.schedule(() -> cut(arming, cut), cut.every().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void hangUp(RemotingConnection connection, DisconnectReason reason) {
        connections.find(connection).ifPresent(live -> live.endsBecause(reason));
        try {
            connection.fail(new ActiveMQDisconnectedException("The link was cut"));
        } catch (RuntimeException e) {
            LOG.debug("a link that was to be cut had broken by itself", e);
        }
    }
}
