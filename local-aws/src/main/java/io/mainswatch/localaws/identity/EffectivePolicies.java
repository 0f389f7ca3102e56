package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The policies that count for somebody: those of his certificate, and those of his thing's groups. */
final class EffectivePolicies {

    /**
     * The groups of a thing, a group, and all that these are within. A device may wait for it: a {@code union} that looks
     * for what is there twice would cost SQLite a hundred times as much.
     */
    private static final String QUERY = "with recursive inside (name) as ("
            + "select thing_group from thing_group_member where thing = ?"
            + " union all select ?"
            + " union all select parent from thing_group join inside using (name) where parent is not null)"
            + " select policy.name, document from policy join policy_version on policy_version.policy = policy.name"
            + " and policy_version.version = policy.default_version"
            + " where policy.name in (select policy from policy_target where certificate = ?"
            + " union all select policy from group_policy join inside on thing_group = inside.name)"
            + " order by policy.name";

    /** No name is empty. */
    private static final String NONE = "";

    /** A policy with the document of the version that counts. */
    record Effective(String name, String document) {}

    /**
     * In the order of their names, each once.
     *
     * @param principal a certificate, or a group, which is as a thing that is in it
     */
    List<Effective> of(Sql sql, Optional<PolicyTarget> principal, Optional<String> thing) throws SQLException {
        return sql.list(
                QUERY,
                row -> new Effective(row.getString(1), row.getString(2)),
                thing.orElse(NONE),
                name(principal, PolicyTarget.Kind.THING_GROUP),
                name(principal, PolicyTarget.Kind.CERTIFICATE));
    }

    private static String name(Optional<PolicyTarget> principal, PolicyTarget.Kind kind) {
        return principal
                .filter(target -> target.kind() == kind)
                .map(PolicyTarget::name)
                .orElse(NONE);
    }
}
