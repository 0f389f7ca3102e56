package io.mainswatch.shadow;

/** What became of a get. */
public sealed interface GetOutcome permits GetOutcome.Accepted, Rejected {

    /**
     * The shadow was read; it has not changed.
     *
     * @param accepted for the topic {@code get/accepted}, and the answer over HTTP
     */
    record Accepted(Payload accepted) implements GetOutcome {}
}
