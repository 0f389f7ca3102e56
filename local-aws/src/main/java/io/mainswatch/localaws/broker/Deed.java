package io.mainswatch.localaws.broker;

/** What a client can want. */
public enum Deed {
    /** To be connected, under a client id. */
    CONNECT,
    /** To send a message to a topic; also by its Last Will. */
    PUBLISH,
    /** To have that message kept for later subscribers; asked besides {@link #PUBLISH}. */
    RETAIN,
    /** To subscribe to a topic filter, without its {@code $share} prefix. */
    SUBSCRIBE,
    /** To be given a message of a topic that it has subscribed to. */
    RECEIVE
}
