package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.util.List;

/** Which certificates are attached to which things, in the database. */
final class Attachments {

    private final PolicyTargets policies = new PolicyTargets();

    /** @throws AwsError if there is no such thing */
    void requireThing(Sql sql, String thing) throws SQLException {
        if (sql.first("select 1 from thing where name = ?", row -> row.getInt(1), thing)
                .isEmpty()) {
            throw AwsError.notFound("Thing " + thing + " does not exist");
        }
    }

    void attachThing(Sql sql, String thing, String certificate) throws SQLException {
        sql.update("insert or ignore into thing_principal (certificate, thing) values (?, ?)", certificate, thing);
    }

    void detachThing(Sql sql, String thing, String certificate) throws SQLException {
        sql.update("delete from thing_principal where certificate = ? and thing = ?", certificate, thing);
    }

    /** The ids of a thing's certificates that come after {@code after}. */
    List<String> principals(Sql sql, String thing, String after, int limit) throws SQLException {
        return sql.list(
                "select certificate from thing_principal where thing = ? and certificate > ?"
                        + " order by certificate limit ?",
                row -> row.getString(1),
                thing,
                after,
                limit);
    }

    /** The names of a certificate's things that come after {@code after}. */
    List<String> things(Sql sql, String certificate, String after, int limit) throws SQLException {
        return sql.list(
                "select thing from thing_principal where certificate = ? and thing > ? order by thing limit ?",
                row -> row.getString(1),
                certificate,
                after,
                limit);
    }

    /** Makes a certificate ready to be deleted, or says why it cannot be. */
    void release(Sql sql, String certificate, boolean force) throws SQLException {
        if (!things(sql, certificate, "", 1).isEmpty()) {
            throw inUse("Things must be detached before deletion", certificate);
        }
        PolicyTarget target = PolicyTarget.certificate(certificate);
        if (force) {
            policies.detachAll(sql, target);
        } else if (!policies.policies(sql, target, "", 1).isEmpty()) {
            throw inUse("Certificate policies must be detached before deletion", certificate);
        }
    }

    private static AwsError inUse(String what, String certificate) {
        return new AwsError(409, "DeleteConflictException", what + " (arn: " + Arns.certificate(certificate) + ")");
    }

    /** Throws if the thing has certificates, which keeps it from being deleted. */
    void requireNoPrincipals(Sql sql, String thing) throws SQLException {
        if (!principals(sql, thing, "", 1).isEmpty()) {
            throw AwsError.invalidRequest(
                    "Cannot delete. Thing " + thing + " is still attached to one or more principals");
        }
    }
}
