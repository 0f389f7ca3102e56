package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.ses.Happening.Planned;
import io.mainswatch.localaws.store.Database;
import java.time.Instant;
import java.util.List;

/** Keeps a mail with all that will become of it: one step on disk, before the sender has his answer. */
final class Outbox {

    private final Database database;
    private final SendingRules rules;
    private final SendingLog log;
    private final MailStore inbox;
    private final MailEvents events;

    Outbox(Database database, SendingRules rules, SendingLog log, MailStore inbox, MailEvents events) {
        this.database = database;
        this.rules = rules;
        this.log = log;
        this.inbox = inbox;
        this.events = events;
    }

    /**
     * On disk when this returns.
     *
     * @param addresses the recipients' addresses alone
     * @throws io.mainswatch.localaws.http.AwsError if it is one too many today
     */
    void keep(Outgoing mail, List<String> addresses, List<Planned> plan, Instant now) {
        database.writeAndWait(sql -> {
            rules.admitToDay(sql, addresses, now);
            inbox.add(sql, mail, now);
            events.add(sql, mail, now, plan);
            log.note(sql, addresses, plan, now);
            return null;
        });
    }
}
