package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates in the database. */
final class CertificateStore {

    private static final String COLUMNS =
            "select seq, id, status, mode, ca, pem, created_at, modified_at from certificate";

    Optional<DeviceCertificate> find(Sql sql, String id) throws SQLException {
        return sql.first(COLUMNS + " where id = ?", CertificateStore::read, id);
    }

    /** @throws AwsError if it is not there */
    DeviceCertificate require(Sql sql, String id) throws SQLException {
        return find(sql, id).orElseThrow(() -> AwsError.notFound("Certificate " + id + " does not exist"));
    }

    /** Asked for every packet; the rest of the certificate is not read for that. */
    boolean isActive(Sql sql, String id) throws SQLException {
        return sql.first("select status from certificate where id = ?", row -> row.getString(1), id).stream()
                .anyMatch(Status.ACTIVE.name()::equals);
    }

    /** Those beyond {@code after} in the order asked for. */
    List<DeviceCertificate> list(Sql sql, boolean ascending, long after, int limit) throws SQLException {
        return sql.list(
                COLUMNS + (ascending ? " where seq > ? order by seq" : " where seq < ? order by seq desc") + " limit ?",
                CertificateStore::read,
                after,
                limit);
    }

    /** As above, those that were registered with the CA. */
    List<DeviceCertificate> listOf(Sql sql, String ca, boolean ascending, long after, int limit) throws SQLException {
        return sql.list(
                COLUMNS
                        + (ascending
                                ? " where ca = ? and seq > ? order by seq"
                                : " where ca = ? and seq < ? order by seq desc")
                        + " limit ?",
                CertificateStore::read,
                ca,
                after,
                limit);
    }

    void add(Sql sql, String id, Status status, Origin origin, String pem, Instant now) throws SQLException {
        sql.update(
                "insert into certificate (id, status, mode, ca, pem, created_at, modified_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                status.name(),
                origin.mode().name(),
                origin.ca(),
                pem,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    void setStatus(Sql sql, String id, Status status, Instant now) throws SQLException {
        sql.update(
                "update certificate set status = ?, modified_at = ? where id = ?",
                status.name(),
                now.toEpochMilli(),
                id);
    }

    void delete(Sql sql, String id) throws SQLException {
        sql.update("delete from certificate where id = ?", id);
    }

    private static DeviceCertificate read(ResultSet row) throws SQLException {
        return new DeviceCertificate(
                row.getLong(1),
                row.getString(2),
                Status.valueOf(row.getString(3)),
                new Origin(Mode.valueOf(row.getString(4)), row.getString(5)),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
