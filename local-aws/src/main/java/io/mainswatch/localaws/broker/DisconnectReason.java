package io.mainswatch.localaws.broker;

/** Why a connection ended, in the words of AWS IoT's lifecycle events. */
public enum DisconnectReason {
    /** The client said goodbye. */
    CLIENT_INITIATED_DISCONNECT,
    /** It did what its policy does not allow. */
    AUTH_ERROR,
    /** It may no longer be connected: its certificate or its policies have changed. */
    FORBIDDEN_ACCESS,
    /** It broke the protocol or a limit. */
    CLIENT_ERROR,
    /** The network connection broke. */
    CONNECTION_LOST,
    /** Another connection took over its client id. */
    DUPLICATE_CLIENTID,
    /** It was silent for one and a half times its keep-alive. */
    MQTT_KEEP_ALIVE_TIMEOUT,
    /** A call to DeleteConnection ended it. */
    API_INITIATED_DISCONNECT,
    /** The broker stopped. */
    SERVER_INITIATED_DISCONNECT
}
