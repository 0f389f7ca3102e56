package io.mainswatch.localaws.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Persistent sessions that the last run has left and whose clients do not come back. Artemis would keep them for ever: it
 * stores neither how long a session may live nor since when it is alone, so their time begins anew with the start.
 */
final class LeftSessions {

    private static final Logger LOG = LoggerFactory.getLogger(LeftSessions.class);

    private final ActiveMQServer server;
    private final MQTTStateManager sessions;

    LeftSessions(ActiveMQServer server, MQTTStateManager sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /** To be called before a client can come. */
    void endAfter(Duration life, ScheduledExecutorService later) {
        List<MQTTSessionState> left = List.copyOf(sessions.getSessionStates().values());
        later.schedule(() -> left.forEach(this::end), life.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(MQTTSessionState session) {
        if (session.getSession() != null) {
            // Its client has been back; Artemis knows about the session from then on.
            return;
        }
        try {
            session.getSubscriptions()
                    .forEach(subscription -> forget(session.getClientId(), subscription.topicFilter()));
            sessions.removeSessionState(session.getClientId());
            sessions.removeDurableSubscriptionState(session.getClientId());
        } catch (Exception e) {
            LOG.warn("the session of {} could not be ended: {}", session.getClientId(), e.toString());
        }
    }

    /** The queue of a shared subscription is others' too. */
    private void forget(String clientId, String filter) {
        if (filter.startsWith(ClientRules.SHARED)) {
            return;
        }
        SimpleString queue = SimpleString.of(MQTTUtil.getCoreQueueFromMqttTopic(
                filter, clientId, server.getConfiguration().getWildcardConfiguration()));
        try {
            if (server.locateQueue(queue) != null) {
                server.destroyQueue(queue, null, true);
            }
        } catch (Exception e) {
            LOG.warn("what waited for {} on {} could not be dropped: {}", clientId, filter, e.toString());
        }
    }
}
