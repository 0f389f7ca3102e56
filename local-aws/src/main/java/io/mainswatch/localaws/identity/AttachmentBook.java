package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import io.mainswatch.localaws.store.SqlWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * AWS's rules for attaching. What is attached already, or not attached any more, is no error. Changes are on disk when a
 * method returns; refusals are {@link AwsError}s.
 */
final class AttachmentBook {

    private final Database database;
    private final Attachments attachments;
    private final Changes changes;
    private final CertificateStore certificates = new CertificateStore();
    private final PolicyStore policies = new PolicyStore();
    private final PolicyTargets targets = new PolicyTargets();
    private final EffectivePolicies effective = new EffectivePolicies();

    AttachmentBook(Database database, Attachments attachments, Changes changes) {
        this.database = database;
        this.attachments = attachments;
        this.changes = changes;
    }

    void attachPolicy(String policy, PolicyTarget target) {
        change(sql -> {
            requireBoth(sql, policy, target);
            targets.attach(sql, policy, target);
            return policy;
        });
    }

    void detachPolicy(String policy, PolicyTarget target) {
        change(sql -> {
            requireBoth(sql, policy, target);
            targets.detach(sql, policy, target);
            return policy;
        });
    }

    /** @param upwards whether with those that a group has from the groups it is within */
    List<String> policies(PolicyTarget target, boolean upwards, Page page) {
        return database.read(sql -> {
            targets.require(sql, target);
            return upwards && target.kind() == PolicyTarget.Kind.THING_GROUP
                    ? targets.policiesUpwards(sql, target.name(), page.after(), page.size() + 1)
                    : targets.policies(sql, target, page.after(), page.size() + 1);
        });
    }

    List<String> targets(String policy, Page page) {
        return database.read(sql -> {
            policies.require(sql, policy);
            return targets.targets(sql, policy, page.after(), page.size() + 1);
        });
    }

    List<EffectivePolicies.Effective> effective(Optional<PolicyTarget> principal, Optional<String> thing) {
        return database.read(sql -> {
            if (principal.isPresent()) {
                targets.require(sql, principal.get());
            }
            if (thing.isPresent()) {
                attachments.requireThing(sql, thing.get());
            }
            return effective.of(sql, principal, thing);
        });
    }

    void attachThing(String thing, String certificate) {
        change(sql -> {
            attachments.requireThing(sql, thing);
            certificates.require(sql, certificate);
            attachments.attachThing(sql, thing, certificate);
            return thing;
        });
    }

    void detachThing(String thing, String certificate) {
        change(sql -> {
            attachments.requireThing(sql, thing);
            certificates.require(sql, certificate);
            attachments.detachThing(sql, thing, certificate);
            return thing;
        });
    }

    List<String> principals(String thing, Page page) {
        return database.read(sql -> {
            attachments.requireThing(sql, thing);
            return attachments.principals(sql, thing, page.after(), page.size() + 1);
        });
    }

    List<String> things(String certificate, Page page) {
        return database.read(sql -> {
            certificates.require(sql, certificate);
            return attachments.things(sql, certificate, page.after(), page.size() + 1);
        });
    }

    private void requireBoth(Sql sql, String policy, PolicyTarget target) throws SQLException {
        policies.require(sql, policy);
        targets.require(sql, target);
    }

    private void change(SqlWork<String> work) {
        database.writeAndWait(work);
        changes.announce(Changes.Kind.IDENTITIES);
    }
}
