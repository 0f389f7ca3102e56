package io.mainswatch.localaws;

import io.mainswatch.localaws.broker.BrokerListener;
import io.mainswatch.localaws.broker.ClientSession;
import io.mainswatch.localaws.broker.DisconnectReason;
import io.mainswatch.localaws.broker.Publication;
import io.mainswatch.localaws.console.MessageLog;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.rules.RuleEngine;
import io.mainswatch.localaws.rules.sql.Sender;
import io.mainswatch.localaws.shadow.ShadowService;
import io.mainswatch.shadow.RequestTopic;
import java.util.List;

/** Passes what clients do to the services that care. */
record Switchboard(Presence presence, ShadowService shadows, RuleEngine rules, MessageLog log)
        implements BrokerListener {

    @Override
    public void connected(ClientSession session) {
        presence.connected(session);
    }

    @Override
    public void refused(ClientSession attempt) {
        presence.refused(attempt);
    }

    @Override
    public void disconnected(ClientSession session, DisconnectReason reason) {
        presence.disconnected(session, reason);
    }

    @Override
    public void subscribed(ClientSession session, List<String> filters) {
        presence.subscribed(session, filters);
    }

    @Override
    public void unsubscribed(ClientSession session, List<String> filters) {
        presence.unsubscribed(session, filters);
    }

    @Override
    public void published(Publication publication) {
        log.add(publication.topic(), publication.clientId(), publication.payload());
        rules.hear(publication.topic(), publication.payload(), sender(publication));
        RequestTopic.parse(publication.topic()).ifPresent(request -> shadows.message(request, publication.payload()));
    }

    @Override
    public void lastWill(Publication will) {
        log.add(will.topic(), will.clientId(), will.payload());
        rules.hear(will.topic(), will.payload(), sender(will));
    }

    private static Sender sender(Publication publication) {
        return Sender.client(publication.clientId(), publication.principal());
    }
}
