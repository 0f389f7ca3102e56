package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inbox. */
public final class MailStore {

    private static final String COLUMNS = "select id, message_id, sender, recipients, subject, received_at from mail";

    private final Database database;
    private final MailEvents events;
    private final Changes changes;
    private final int limit;

    /** @param limit how many mails it keeps, 1 or more; the oldest go */
    MailStore(Database database, MailEvents events, Changes changes, int limit) {
        this.database = database;
        this.events = events;
        this.changes = changes;
        this.limit = limit;
    }

    /** Newest first, {@code count} at most. */
    public List<Mail> list(int count) {
        return database.read(
                sql -> withEvents(sql, sql.list(COLUMNS + " order by id desc limit ?", MailStore::mail, count)));
    }

    public Optional<Mail> find(long id) {
        return database.read(sql -> withEvents(sql, sql.list(COLUMNS + " where id = ?", MailStore::mail, id))).stream()
                .findFirst();
    }

    /** The mail as it would have gone over the wire. */
    public Optional<byte[]> raw(long id) {
        return database.read(sql -> sql.first("select raw from mail where id = ?", row -> row.getBytes(1), id));
    }

    /** Empties the inbox; ids go on counting, and what is still to come of the mails comes. */
    public void clear() {
        database.writeAndWait(sql -> remove(sql, Long.MAX_VALUE));
        changes.announce(Changes.Kind.MAILS);
    }

    /** Keeps the mail, for the oldest beyond the limit. */
    void add(Sql sql, Outgoing mail, Instant now) throws SQLException {
        sql.update(
                "insert into mail (message_id, sender, recipients, subject, received_at, raw) values (?, ?, ?, ?, ?, ?)",
                mail.messageId(),
                mail.from(),
                String.join("\n", mail.to()),
                mail.subject(),
                now.toEpochMilli(),
                mail.raw());
        // Ids have no gaps but where the inbox was cleared.
        long last = sql.first("select max(id) from mail", row -> row.getLong(1)).orElseThrow();
        remove(sql, last - limit);
    }

    private int remove(Sql sql, long lastId) throws SQLException {
        events.forget(sql, lastId);
        return sql.update("delete from mail where id <= ?", lastId);
    }

    private List<Mail> withEvents(Sql sql, List<Mail> mails) throws SQLException {
        List<Mail> complete = new ArrayList<>();
        for (Mail mail : mails) {
            complete.add(mail.with(events.past(sql, mail.messageId())));
        }
        return complete;
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).lines().toList(),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                List.of());
    }
}
