package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Policies and their versions in the database. */
final class PolicyStore {

    private static final String POLICIES =
            "select seq, name, default_version, last_version, created_at, modified_at from policy";

    /**
     * A policy without its documents.
     *
     * @param seq its place in the order of creation
     * @param defaultVersion the one that counts
     * @param lastVersion the highest number that was ever given
     */
    record Entry(long seq, String name, int defaultVersion, int lastVersion, Instant createdAt, Instant modifiedAt) {}

    /** One version of a policy. */
    record Version(int number, String document, Instant createdAt) {}

    Optional<Entry> find(Sql sql, String name) throws SQLException {
        return sql.first(POLICIES + " where name = ?", PolicyStore::entry, name);
    }

    /** @throws AwsError if it is not there */
    Entry require(Sql sql, String name) throws SQLException {
        return find(sql, name).orElseThrow(() -> AwsError.notFound("Policy " + name + " not found"));
    }

    List<Entry> list(Sql sql, boolean ascending, long after, int limit) throws SQLException {
        return sql.list(
                POLICIES + (ascending ? " where seq > ? order by seq" : " where seq < ? order by seq desc")
                        + " limit ?",
                PolicyStore::entry,
                after,
                limit);
    }

    void add(Sql sql, String name, String document, Instant now) throws SQLException {
        sql.update(
                "insert into policy (name, default_version, last_version, created_at, modified_at)"
                        + " values (?, 1, 1, ?, ?)",
                name,
                now.toEpochMilli(),
                now.toEpochMilli());
        addVersion(sql, name, 1, document, now);
    }

    void delete(Sql sql, String name) throws SQLException {
        sql.update("delete from policy where name = ?", name);
    }

    /** @throws AwsError if it is not there */
    Version version(Sql sql, String name, int number) throws SQLException {
        return sql.first(
                        "select version, document, created_at from policy_version where policy = ? and version = ?",
                        PolicyStore::version,
                        name,
                        number)
                .orElseThrow(() -> AwsError.notFound("Version " + number + " of policy " + name + " not found"));
    }

    /** The newest first. */
    List<Version> versions(Sql sql, String name) throws SQLException {
        return sql.list(
                "select version, document, created_at from policy_version where policy = ? order by version desc",
                PolicyStore::version,
                name);
    }

    void addVersion(Sql sql, String name, int number, String document, Instant now) throws SQLException {
        sql.update(
                "insert into policy_version (policy, version, document, created_at) values (?, ?, ?, ?)",
                name,
                number,
                document,
                now.toEpochMilli());
        sql.update(
                "update policy set last_version = ?, modified_at = ? where name = ?", number, now.toEpochMilli(), name);
    }

    void setDefault(Sql sql, String name, int number, Instant now) throws SQLException {
        sql.update(
                "update policy set default_version = ?, modified_at = ? where name = ?",
                number,
                now.toEpochMilli(),
                name);
    }

    void deleteVersion(Sql sql, String name, int number) throws SQLException {
        sql.update("delete from policy_version where policy = ? and version = ?", name, number);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
    }
}
