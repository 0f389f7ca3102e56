package io.mainswatch.edge.journal;

import io.mainswatch.edge.journal.Event.State;

/**
 * What has become of an event.
 *
 * @param state accepted or parked
 * @param cause why it is parked; null otherwise
 */
record Settlement(State state, String cause) {

    static final Settlement ACCEPTED = new Settlement(State.ACCEPTED, null);

    static Settlement parked(String cause) {
        return new Settlement(State.PARKED, cause);
    }
}
