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

    /**
     * Runs the task once what this thread has published so far is on disk for the persistent sessions that wait for it; at
     * once if there is nothing to wait for. Tasks of one thread run in their order.
     */
    void whenKept(Runnable task);

    /** Cuts all connections and stops; what persistent sessions wait for stays on disk. */
    @Override
    void close();
}
