package io.mainswatch.localaws.broker;

/** An MQTT broker in this process. */
public interface Broker extends Publisher, AutoCloseable {

    /**
     * Opens the ports and lets clients in.
     *
     * @param listener is told of messages and connections from now on
     * @throws io.mainswatch.localaws.start.StartException if a port is taken or the data cannot be read
     */
    void start(BrokerListener listener);

    /** The TCP port it listens on for everybody. */
    int port();

    /** The TCP port it listens on for clients with certificates. */
    int tlsPort();

    /** Asks again who may be connected, within a second, because somebody's certificate or policies have changed. */
    void review();

    /** The messages kept for who subscribes later. */
    RetainedMessages retained();

    /**
     * Ends the client's connection; what it is subscribed to stays unless the session is to be forgotten, and its Will is
     * published unless that is to be withheld.
     *
     * @return whether the client was connected
     */
    boolean disconnect(String clientId, boolean forgetSession, boolean withholdWill);

    /** Cuts all connections and stops; what persistent sessions wait for stays on disk. */
    @Override
    void close();
}
