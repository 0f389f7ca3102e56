package io.mainswatch.shadow;

import java.util.Optional;

/** What became of an update. */
public sealed interface UpdateOutcome permits UpdateOutcome.Accepted, Rejected {

    /**
     * The update holds.
     *
     * @param next to be stored before anything is published
     * @param accepted for the topic {@code update/accepted}, and the answer over HTTP
     * @param delta for the topic {@code update/delta}, if desired and reported differ now
     * @param documents for the topic {@code update/documents}
     */
    record Accepted(ShadowState.Live next, Payload accepted, Optional<Payload> delta, Payload documents)
            implements UpdateOutcome {}
}
