package io.mainswatch.localaws.broker;

import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Asks again whether those who are connected may be, and ends the connections of those who may not. */
record ConnectionReview(LiveConnections connections, Gatekeeper gatekeeper, Expulsion expulsion) {

    void review(RemotingConnection connection) {
        connections
                .find(connection)
                .ifPresent(live -> live.caller().ifPresent(caller -> {
                    if (!gatekeeper.may(caller, Deed.CONNECT, caller.clientId())) {
                        expulsion.expel(
                                connection, live, DisconnectReason.FORBIDDEN_ACCESS, "may no longer be connected");
                    }
                }));
    }
}
