package io.mainswatch.edge.journal;

/** A change with its number for ever, and what has become of it. */
public record Event(long seq, Change change, State state) {

    /** Waiting for AWS's answer, accepted by it, or refused for good and kept with the cause. */
    public enum State {
        WAITING,
        ACCEPTED,
        PARKED
    }

    /** For logs: {@code event 42 (power off)}. */
    @Override
    public String toString() {
        return "event " + seq + " (" + change.input() + " " + change.level().word() + ")";
    }
}
