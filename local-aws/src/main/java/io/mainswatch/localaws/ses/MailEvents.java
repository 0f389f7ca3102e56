package io.mainswatch.localaws.ses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.ses.Happening.Planned;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of each mail, and what is to come of it: stored with the mail, before the sender has his answer. */
final class MailEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    MailEvents(Database database) {
        this.database = database;
    }

    /** An event whose time has come. */
    record Due(long id, ObjectNode event) {}

    void add(Sql sql, Outgoing mail, Instant sentAt, List<Planned> plan) throws SQLException {
        ObjectNode mailJson = MailJson.of(mail, sentAt);
        for (Planned planned : plan) {
            Happening what = planned.what();
            List<String> recipients = what.recipients().isEmpty() ? Addresses.plain(mail.to()) : what.recipients();
            sql.update(
                    "insert into mail_event (message_id, type, recipients, detail, at, event)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    mail.messageId(),
                    what.type(),
                    String.join("\n", recipients),
                    what.detail(),
                    planned.at().toEpochMilli(),
                    EventJson.of(mailJson, sentAt, planned).toString());
        }
    }

    /** What has happened to a mail so far, the earliest first. */
    List<Mail.Event> past(Sql sql, String messageId) throws SQLException {
        return sql.list(
                "select type, recipients, detail, at from mail_event where message_id = ? and event is null"
                        + " order by at, id",
                row -> new Mail.Event(
                        row.getString(1),
                        row.getString(2).lines().toList(),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                messageId);
    }

    /** Events that have happened and were not handed over yet, in their order. */
    List<Due> due(Instant now, int limit) {
        return database.read(sql -> sql.list(
                "select id, event from mail_event where event is not null and at <= ? order by at, id limit ?",
                row -> new Due(row.getLong(1), parse(row.getString(2))),
                now.toEpochMilli(),
                limit));
    }

    /** When the next event happens that was not handed over yet. */
    Optional<Instant> next() {
        return database.read(sql -> sql.first(
                "select at from mail_event where event is not null order by at limit 1",
                row -> Instant.ofEpochMilli(row.getLong(1))));
    }

    /** Notes that the events were handed over; those of a mail that is no longer in the inbox are forgotten. */
    void handedOver(List<Long> ids) {
        database.writeAndWait(sql -> {
            for (long id : ids) {
                sql.update("update mail_event set event = null where id = ?", id);
                sql.update(
                        "delete from mail_event where id = ?" + " and message_id not in (select message_id from mail)",
                        id);
            }
            return null;
        });
    }

    /** Forgets what was handed over of mails up to this one; to be called before they go. */
    void forget(Sql sql, long lastMail) throws SQLException {
        sql.update(
                "delete from mail_event where event is null"
                        + " and message_id in (select message_id from mail where id <= ?)",
                lastMail);
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event is not JSON", e);
        }
    }
}
