package io.mainswatch.localaws.broker;

import java.util.List;

/** Hears what clients do. Called on the broker's threads, so it must hand over and return at once. */
public interface BrokerListener {

    /** A client has connected and been let in. */
    void connected(ClientSession session);

    /** A client with a certificate was not let in; there is no session, only the id of one. */
    void refused(ClientSession attempt);

    /** That connection is over. After a take-over this may come later than the new connection's {@code connected}. */
    void disconnected(ClientSession session, DisconnectReason reason);

    /** Subscriptions of one packet that were granted; never none. */
    void subscribed(ClientSession session, List<String> filters);

    /** Subscriptions that ended by one packet; never none. */
    void unsubscribed(ClientSession session, List<String> filters);

    /** A client's message was allowed and routed. Last Wills do not come here: AWS does not take them as requests. */
    void published(Publication publication);

    /** A client's Last Will was routed. */
    void lastWill(Publication will);
}
