package io.mainswatch.localaws.broker;

/** Publishes what the services have to say. */
public interface Publisher {

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
}
