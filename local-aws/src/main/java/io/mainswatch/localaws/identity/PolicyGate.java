package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.broker.Caller;
import io.mainswatch.localaws.broker.Deed;
import io.mainswatch.localaws.broker.Gatekeeper;
import io.mainswatch.localaws.identity.policy.Facts;
import io.mainswatch.localaws.identity.policy.Facts.AttachedThing;
import io.mainswatch.localaws.identity.policy.Policy;
import io.mainswatch.localaws.identity.policy.Request;
import io.mainswatch.localaws.registry.AwsNames;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers the broker from certificates and policies as they are now: a change counts from the next packet on. The
 * reading of a document, which never changes its meaning, is remembered for good.
 */
final class PolicyGate implements Gatekeeper {

    /** Five versions of a hundred policies; beyond that, all are read again. */
    private static final int REMEMBERED = 500;

    private final Database database;
    private final Map<String, Policy> read = new ConcurrentHashMap<>();
    private final CertificateStore certificates = new CertificateStore();
    private final EffectivePolicies effective = new EffectivePolicies();
    private final Standings standings = new Standings(this::lookUp);

    /** @param changes says when what is remembered of a caller has to be looked up again */
    PolicyGate(Database database, Changes changes) {
        this.database = database;
        changes.listen(kind -> {
            if (kind == Changes.Kind.IDENTITIES) {
                standings.changed();
            }
        });
    }

    @Override
    public String principal(X509Certificate certificate) {
        return CertificateIds.of(certificate);
    }

    @Override
    public boolean may(Caller caller, Deed deed, String name) {
        return standings.of(caller).allows(request(deed, name));
    }

    private Standing lookUp(Caller caller) {
        return database.read(sql -> {
            Optional<AttachedThing> thing = thing(sql, caller);
            List<Policy> policies =
                    certificates.isActive(sql, caller.principal()) ? policies(sql, caller, thing) : List.of();
            return new Standing(policies, new Facts(caller.clientId(), caller.principal(), thing));
        });
    }

    private List<Policy> policies(Sql sql, Caller caller, Optional<AttachedThing> thing) throws SQLException {
        Optional<PolicyTarget> certificate = Optional.of(PolicyTarget.certificate(caller.principal()));
        return effective.of(sql, certificate, thing.map(AttachedThing::name)).stream()
                .map(policy -> policy(policy.document()))
                .toList();
    }

    private Policy policy(String document) {
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        return read.computeIfAbsent(document, Policy::parse);
    }

    private static Optional<AttachedThing> thing(Sql sql, Caller caller) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        Optional<AttachedThing> thing = sql.first(
                "select name, type from thing_principal join thing on thing.name = thing_principal.thing"
                        + " where certificate = ? and thing = ?",
                row -> new AttachedThing(row.getString(1), row.getString(2), attributes),
                caller.principal(),
                caller.clientId());
        if (thing.isPresent()) {
            sql.list(
                    "select name, value from thing_attribute where thing = ?",
                    row -> attributes.put(row.getString(1), row.getString(2)),
                    caller.clientId());
        }
        return thing;
    }

    private static Request request(Deed deed, String name) {
        return switch (deed) {
            case CONNECT -> request("iot:Connect", "client/", name);
            case PUBLISH -> request("iot:Publish", "topic/", name);
            case RETAIN -> request("iot:RetainPublish", "topic/", name);
            case SUBSCRIBE -> request("iot:Subscribe", "topicfilter/", name);
            case RECEIVE -> request("iot:Receive", "topic/", name);
        };
    }

    private static Request request(String action, String kind, String name) {
        return new Request(action, AwsNames.PREFIX + kind + name);
    }
}
