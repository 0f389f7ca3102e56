package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inbox. */
public final class MailStore {

    private static final String COLUMNS = "select id, message_id, sender, recipients, subject, received_at from mail";

    private final Database database;
    private final Changes changes;

    public MailStore(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Newest first. */
    public List<Mail> list(int limit) {
        return database.read(sql -> sql.list(COLUMNS + " order by id desc limit ?", MailStore::mail, limit));
    }

    public Optional<Mail> find(long id) {
        return database.read(sql -> sql.first(COLUMNS + " where id = ?", MailStore::mail, id));
    }

    /** The mail as it would have gone over the wire. */
    public Optional<byte[]> raw(long id) {
        return database.read(sql -> sql.first("select raw from mail where id = ?", row -> row.getBytes(1), id));
    }

    /** Empties the inbox; ids go on counting. */
    public void clear() {
        database.writeAndWait(sql -> sql.update("delete from mail"));
        changes.announce(Changes.Kind.MAILS);
    }

    /** Keeps the mail; on disk when this returns. */
    void add(Outgoing mail, Instant now) {
        database.writeAndWait(sql -> sql.update(
                "insert into mail (message_id, sender, recipients, subject, received_at, raw) values (?, ?, ?, ?, ?, ?)",
                mail.messageId(),
                mail.from(),
                String.join("\n", mail.to()),
                mail.subject(),
                now.toEpochMilli(),
                mail.raw()));
        changes.announce(Changes.Kind.MAILS);
    }

    /** How many mails were taken since then. */
    long countSince(Instant since) {
        return database.read(sql -> sql.first(
                        "select count(*) from mail where received_at > ?", row -> row.getLong(1), since.toEpochMilli())
                .orElse(0L));
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).lines().toList(),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
