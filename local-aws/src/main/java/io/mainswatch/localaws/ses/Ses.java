package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mail service with all its parts. */
public final class Ses implements AutoCloseable {

    private final MailStore inbox;
    private final FeedbackDesk feedback;
    private final HttpApi api;

    /** @param listeners hear what becomes of each mail, from {@link #start} on */
    public Ses(
            Database database,
            Faults faults,
            Changes changes,
            Clock clock,
            SesOptions options,
            List<FeedbackListener> listeners) {
        MailEvents events = new MailEvents(database);
        inbox = new MailStore(database, events, changes, options.inboxLimit());
        feedback = new FeedbackDesk(events, listeners, changes, clock);
        Identities identities = new Identities(database);
        ConfigurationSets configurationSets = new ConfigurationSets(database);
        SendingRules rules = new SendingRules(options.sandbox(), identities, clock);
        SendingLog log = new SendingLog(database);
        Account account = new Account(database, rules, log, clock);
        Runnable kept = () -> {
            changes.announce(Changes.Kind.MAILS);
            feedback.wake();
        };
        Sender sender = new Sender(
                new Admission(account, rules, configurationSets, faults),
                new Fates(faults),
                new Outbox(database, rules, log, inbox, events),
                kept,
                faults,
                clock);
        Map<String, Action> actions = new HashMap<>(sender.actions());
        actions.putAll(account.actions());
        actions.putAll(new IdentityActions(identities).actions());
        actions.putAll(configurationSets.actions());
        api = new SesApi(actions, faults);
    }

    public HttpApi api() {
        return api;
    }

    public MailStore inbox() {
        return inbox;
    }

    /** Goes on telling what becomes of mails, where the last run ended. */
    public void start() {
        feedback.wake();
    }

    @Override
    public void close() {
        feedback.close();
    }
}
