package io.mainswatch.shadow;

/** What became of a delete. */
public sealed interface DeleteOutcome permits DeleteOutcome.Accepted, Rejected {

    /**
     * The shadow is gone.
     *
     * @param next to be stored before anything is published
     * @param accepted for the topic {@code delete/accepted}, and the answer over HTTP
     */
    record Accepted(ShadowState.Deleted next, Payload accepted) implements DeleteOutcome {}
}
