package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import io.mainswatch.localaws.store.SqlWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    AttachmentBook(Database database, Attachments attachments, Changes changes) {
        this.database = database;
        this.attachments = attachments;
        this.changes = changes;
    }

    /** A policy with the document that counts. */
    record Effective(String name, String document) {}

    void attachPolicy(String policy, String certificate) {
        change(sql -> {
            requireBoth(sql, policy, certificate);
            attachments.attachPolicy(sql, policy, certificate);
            return policy;
        });
    }

    void detachPolicy(String policy, String certificate) {
        change(sql -> {
            requireBoth(sql, policy, certificate);
            attachments.detachPolicy(sql, policy, certificate);
            return policy;
        });
    }

    List<String> policies(String certificate, Page page) {
        return database.read(sql -> {
            certificates.require(sql, certificate);
            return attachments.policies(sql, certificate, page.after(), page.size() + 1);
        });
    }

    List<String> targets(String policy, Page page) {
        return database.read(sql -> {
            policies.require(sql, policy);
            return attachments.targets(sql, policy, page.after(), page.size() + 1);
        });
    }

    List<Effective> effective(String certificate) {
        return database.read(sql -> {
            certificates.require(sql, certificate);
            List<Effective> effective = new ArrayList<>();
            for (String name : attachments.policies(sql, certificate, "", Integer.MAX_VALUE)) {
                int version = policies.require(sql, name).defaultVersion();
                effective.add(
                        new Effective(name, policies.version(sql, name, version).document()));
            }
            return effective;
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

    private void requireBoth(Sql sql, String policy, String certificate) throws SQLException {
        policies.require(sql, policy);
        certificates.require(sql, certificate);
    }

    private void change(SqlWork<String> work) {
        database.writeAndWait(work);
        changes.announce(Changes.Kind.IDENTITIES);
    }
}
