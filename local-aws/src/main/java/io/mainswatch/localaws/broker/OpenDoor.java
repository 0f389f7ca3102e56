package io.mainswatch.localaws.broker;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/**
 * The plain port: every client on this machine is let in and may do all that {@link ClientRules} leaves it, except
 * manage the broker, which Artemis would offer on an ordinary topic.
 */
final class OpenDoor implements ActiveMQSecurityManager5 {

    private static final String CLIENT = "client";

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(CLIENT));
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        return checkType != CheckType.MANAGE;
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
