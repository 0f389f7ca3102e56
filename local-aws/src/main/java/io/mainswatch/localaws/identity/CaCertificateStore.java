package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** CA certificates in the database. */
final class CaCertificateStore {

    private static final String COLUMNS =
            "select seq, id, status, mode, auto_registration, pem, created_at, modified_at from ca_certificate";

    Optional<CaCertificate> find(Sql sql, String id) throws SQLException {
        return sql.first(COLUMNS + " where id = ?", CaCertificateStore::read, id);
    }

    /** @throws AwsError if it is not there */
    CaCertificate require(Sql sql, String id) throws SQLException {
        return find(sql, id).orElseThrow(() -> AwsError.notFound("CA certificate " + id + " does not exist"));
    }

    /** Those with this subject. */
    List<CaCertificate> named(Sql sql, X500Principal subject) throws SQLException {
        return sql.list(COLUMNS + " where subject = ? order by seq", CaCertificateStore::read, canonical(subject));
    }

    /** Those beyond {@code after} in the order asked for. */
    List<CaCertificate> list(Sql sql, boolean ascending, long after, int limit) throws SQLException {
        return sql.list(
                COLUMNS + (ascending ? " where seq > ? order by seq" : " where seq < ? order by seq desc") + " limit ?",
                CaCertificateStore::read,
                after,
                limit);
    }

    /** Adds it; its place is given by the database. */
    void add(Sql sql, X509Certificate certificate, CaCertificate ca) throws SQLException {
        sql.update(
                "insert into ca_certificate (id, subject, status, mode, auto_registration, pem, created_at,"
                        + " modified_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                ca.id(),
                canonical(certificate.getSubjectX500Principal()),
                ca.status().name(),
                ca.mode().name(),
                ca.autoRegistration(),
                ca.pem(),
                ca.createdAt().toEpochMilli(),
                ca.modifiedAt().toEpochMilli());
    }

    void change(Sql sql, String id, Status status, boolean autoRegistration, Instant now) throws SQLException {
        sql.update(
                "update ca_certificate set status = ?, auto_registration = ?, modified_at = ? where id = ?",
                status.name(),
                autoRegistration,
                now.toEpochMilli(),
                id);
    }

    void delete(Sql sql, String id) throws SQLException {
        sql.update("delete from ca_certificate where id = ?", id);
    }

    /** Two names that are equal have one text. */
    private static String canonical(X500Principal name) {
        return name.getName(X500Principal.CANONICAL);
    }

    private static CaCertificate read(ResultSet row) throws SQLException {
        return new CaCertificate(
                row.getLong(1),
                row.getString(2),
                Status.valueOf(row.getString(3)),
                Mode.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
