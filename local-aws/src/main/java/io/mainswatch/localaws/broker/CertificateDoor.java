package io.mainswatch.localaws.broker;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;

/**
 * The port for clients with certificates: who one is comes from the certificate of that very connection, never from the
 * user name, which anybody can send. What it publishes is asked of the gatekeeper, each time. Clients without a
 * certificate go to the {@link OpenDoor}.
 */
final class CertificateDoor implements ActiveMQSecurityManager5 {

    private final LiveConnections connections;
    private final Gatekeeper gatekeeper;
    private final Expulsion expulsion;
    private final WildcardConfiguration wildcards;
    private final OpenDoor plain = new OpenDoor();

    CertificateDoor(
            LiveConnections connections, Gatekeeper gatekeeper, Expulsion expulsion, WildcardConfiguration wildcards) {
        this.connections = connections;
        this.gatekeeper = gatekeeper;
        this.expulsion = expulsion;
        this.wildcards = wildcards;
    }

    /** A client with the connection by which it came. */
    private static final class Certified extends UserPrincipal {

        private static final long serialVersionUID = 1L;

        private final transient RemotingConnection connection;
        private final transient LiveConnection live;
        private final transient Caller caller;

        Certified(RemotingConnection connection, LiveConnection live, Caller caller) {
            super(caller.principal());
            this.connection = connection;
            this.live = live;
            this.caller = caller;
        }
    }

    /**
     * Artemis asks again before each packet; the answer stays with the connection, also when a Last Will is sent after
     * everything else of it is gone.
     */
    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        if (connection.getSubject() != null) {
            return connection.getSubject();
        }
        if (CertificateUtil.getCertsFromConnection(connection) == null) {
            return plain.authenticate(user, password, connection, domain);
        }
        LiveConnection live = connections.of(connection);
        return live.caller()
                .map(caller -> subject(new Certified(connection, live, caller)))
                .orElse(null);
    }

    private static Subject subject(Certified client) {
        Subject subject = new Subject();
        subject.getPrincipals().add(client);
        return subject;
    }

    /** The id of the client's certificate, or that it has come without one; also when all else of it is gone. */
    static String principal(RemotingConnection connection) {
        return Optional.ofNullable(connection.getSubject()).map(Subject::getPrincipals).stream()
                .flatMap(Set::stream)
                .filter(Certified.class::isInstance)
                .map(Principal::getName)
                .findFirst()
                .orElse(ClientSession.ANONYMOUS);
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        for (Certified client : subject.getPrincipals(Certified.class)) {
            return authorize(client, checkType, address);
        }
        return plain.authorize(subject, roles, checkType, address);
    }

    private boolean authorize(Certified client, CheckType checkType, String address) {
        String topic = MQTTUtil.getMqttTopicFromCoreAddress(address, wildcards);
        boolean allowed = switch (checkType) {
            case SEND -> gatekeeper.may(client.caller, Deed.PUBLISH, topic);
            case CREATE_ADDRESS ->
                gatekeeper.may(client.caller, Deed.PUBLISH, topic)
                        || gatekeeper.may(client.caller, Deed.SUBSCRIBE, topic);
            // Its subscriptions, which CertificateGate has let pass, and their end.
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE,
                    DELETE_ADDRESS -> true;
            default -> false;
        };
        if (!allowed) {
            expulsion.expel(client.connection, client.live, DisconnectReason.AUTH_ERROR, "may not publish to " + topic);
        }
        return allowed;
    }

    /** Not asked by this broker; kept closed. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    /** Not asked by this broker; kept closed. */
    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
