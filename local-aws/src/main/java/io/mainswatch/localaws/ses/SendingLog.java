package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.ses.Happening.Bounce;
import io.mainswatch.localaws.ses.Happening.Complaint;
import io.mainswatch.localaws.ses.Happening.Planned;
import io.mainswatch.localaws.ses.Happening.Reject;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts what was sent and what came of it, for the quota of 24 hours and the statistics of two weeks. Both count
 * recipients, and neither counts the mailbox simulator's.
 */
final class SendingLog {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final long BIN_MILLIS = Duration.ofMinutes(15).toMillis();

    private final Database database;

    SendingLog(Database database) {
        this.database = database;
    }

    /** A quarter of an hour in which something was sent or came back. */
    record DataPoint(Instant from, long attempts, long bounces, long complaints, long rejects) {}

    void note(Sql sql, List<String> addresses, List<Planned> plan, Instant now) throws SQLException {
        sql.update("delete from sending where at < ?", now.minus(KEPT).toEpochMilli());
        long counted = counted(addresses);
        if (counted == 0) {
            return;
        }
        boolean rejected = plan.stream().anyMatch(planned -> planned.what() instanceof Reject);
        add(sql, now, counted, rejected ? 0 : counted, 0, 0, rejected ? 1 : 0);
        for (Planned planned : plan) {
            if (planned.what() instanceof Bounce bounce
                    && bounce.reason().isCounted()
                    && !MailboxSimulator.has(bounce.recipient())) {
                add(sql, planned.at(), 0, 0, 1, 0, 0);
            } else if (planned.what() instanceof Complaint complaint && !MailboxSimulator.has(complaint.recipient())) {
                add(sql, planned.at(), 0, 0, 0, 1, 0);
            }
        }
    }

    private static void add(Sql sql, Instant at, long quota, long attempts, long bounces, long complaints, long rejects)
            throws SQLException {
        sql.update(
                "insert into sending (at, quota, attempts, bounces, complaints, rejects) values (?, ?, ?, ?, ?, ?)",
                at.toEpochMilli(),
                quota,
                attempts,
                bounces,
                complaints,
                rejects);
    }

    /** Those of the recipients that count against the quota. */
    static long counted(List<String> addresses) {
        return addresses.stream()
                .filter(address -> !MailboxSimulator.has(address))
                .count();
    }

    /** The recipients of the 24 hours before. */
    static long lastDay(Sql sql, Instant now) throws SQLException {
        return sql.first(
                        "select coalesce(sum(quota), 0) from sending where at > ? and at <= ?",
                        row -> row.getLong(1),
                        now.minus(Duration.ofDays(1)).toEpochMilli(),
                        now.toEpochMilli())
                .orElseThrow();
    }

    long lastDay(Instant now) {
        return database.read(sql -> lastDay(sql, now));
    }

    /** The last two weeks, the earliest first; quarters in which nothing happened are left out. */
    List<DataPoint> dataPoints(Instant now) {
        return database.read(sql -> sql.list(
                "select at / ? * ? as bin, sum(attempts), sum(bounces), sum(complaints), sum(rejects) from sending"
                        + " where at > ? and at <= ? group by bin order by bin",
                row -> new DataPoint(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                BIN_MILLIS,
                BIN_MILLIS,
                now.minus(KEPT).toEpochMilli(),
                now.toEpochMilli()));
    }
}
