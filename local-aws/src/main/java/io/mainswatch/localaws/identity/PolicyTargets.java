package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.util.List;

/** Which policies are attached to what, in the database. */
final class PolicyTargets {

    /** The group and all that it is within. */
    private static final String UPWARDS = "with recursive up (name) as (select ? union all"
            + " select parent from thing_group join up using (name) where parent is not null)";

    private final CertificateStore certificates = new CertificateStore();

    /** @throws AwsError if there is no such certificate or group */
    void require(Sql sql, PolicyTarget target) throws SQLException {
        if (target.kind() == PolicyTarget.Kind.CERTIFICATE) {
            certificates.require(sql, target.name());
        } else if (sql.first("select 1 from thing_group where name = ?", row -> row.getInt(1), target.name())
                .isEmpty()) {
            throw AwsError.notFound("Thing group " + target.name() + " does not exist");
        }
    }

    void attach(Sql sql, String policy, PolicyTarget target) throws SQLException {
        PolicyTarget.Kind kind = target.kind();
        sql.update(
                "insert or ignore into " + kind.table() + " (" + kind.column() + ", policy) values (?, ?)",
                target.name(),
                policy);
        if (policies(sql, target, "", kind.maxPolicies() + 1).size() > kind.maxPolicies()) {
            throw new AwsError(
                    410,
                    "LimitExceededException",
                    target.arn() + " already has the maximum of " + kind.maxPolicies() + " policies");
        }
    }

    void detach(Sql sql, String policy, PolicyTarget target) throws SQLException {
        PolicyTarget.Kind kind = target.kind();
        sql.update(
                "delete from " + kind.table() + " where " + kind.column() + " = ? and policy = ?",
                target.name(),
                policy);
    }

    /** The names of the target's policies that come after {@code after}. */
    List<String> policies(Sql sql, PolicyTarget target, String after, int limit) throws SQLException {
        PolicyTarget.Kind kind = target.kind();
        return sql.list(
                "select policy from " + kind.table() + " where " + kind.column() + " = ? and policy > ?"
                        + " order by policy limit ?",
                row -> row.getString(1),
                target.name(),
                after,
                limit);
    }

    /** As above, with those of the groups that the group is within. */
    List<String> policiesUpwards(Sql sql, String group, String after, int limit) throws SQLException {
        return sql.list(
                UPWARDS + " select distinct policy from group_policy join up on thing_group = up.name"
                        + " where policy > ? order by policy limit ?",
                row -> row.getString(1),
                group,
                after,
                limit);
    }

    /** What has the policy: the ARNs that come after {@code after}. */
    List<String> targets(Sql sql, String policy, String after, int limit) throws SQLException {
        return sql.list(
                "select arn from (" + arns(PolicyTarget.Kind.CERTIFICATE) + " union all "
                        + arns(PolicyTarget.Kind.THING_GROUP) + ") where arn > ? order by arn limit ?",
                row -> row.getString(1),
                policy,
                policy,
                after,
                limit);
    }

    private static String arns(PolicyTarget.Kind kind) {
        return "select '" + new PolicyTarget(kind, "").arn() + "' || " + kind.column() + " as arn from " + kind.table()
                + " where policy = ?";
    }

    /** Takes all policies from the target. */
    void detachAll(Sql sql, PolicyTarget target) throws SQLException {
        PolicyTarget.Kind kind = target.kind();
        sql.update("delete from " + kind.table() + " where " + kind.column() + " = ?", target.name());
    }
}
