package io.mainswatch.localaws.broker;

/** Hears what clients do. Called on the broker's threads, so it must hand over and return at once. */
public interface BrokerListener {

    /** A client has connected and been let in. */
    void connected(ClientSession session);

    /** That connection is over. After a take-over this may come later than the new connection's {@code connected}. */
    void disconnected(ClientSession session, DisconnectReason reason);

    /** A client's message was allowed and routed. Last Wills do not come here: AWS does not take them as requests. */
    void published(Publication publication);

    /** A client's Last Will was routed. */
    void lastWill(Publication will);
}
