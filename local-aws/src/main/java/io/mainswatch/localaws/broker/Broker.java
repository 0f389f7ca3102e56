package io.mainswatch.localaws.broker;

/** An MQTT broker in this process. */
public interface Broker extends AutoCloseable {

    /**
     * Opens the port and lets clients in.
     *
     * @param listener is told of messages and connections from now on
     * @throws io.mainswatch.localaws.start.StartException if the port is taken or the data cannot be read
     */
    void start(BrokerListener listener);

    /** The TCP port it listens on. */
    int port();

    /**
     * Publishes a message of our own: no client's rules apply, and the listener does not hear of it. Never throws; once
     * the broker is stopping, nobody would hear of it anyway.
     */
    void publish(String topic, byte[] payload, Qos qos);

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
