package io.mainswatch.edge.journal;

/**
 * A change with its number for ever, and what has become of it.
 *
 * <p>Events that wait too long in too great a number are merged: two opposite changes of an input that follow each other
 * go, and their count is carried by the event with the next higher number, whatever its input is. So, for whoever has
 * seen every report, {@code seq - (seq of the event reported before) - 1 == merged}; what is more than that is missing.
 *
 * @param seq 1, 2, 3 ... across all inputs; never used twice
 * @param merged how many of the numbers directly below this one are told by this count only, because their events were
 *     merged; 0 to {@code seq - 1}
 */
public record Event(long seq, Change change, State state, int merged) {

    /** Waiting for AWS's answer, accepted by it, or refused for good and kept with the cause. */
    public enum State {
        WAITING,
        ACCEPTED,
        PARKED
    }

    /** An event before which nothing was merged. */
    public Event(long seq, Change change, State state) {
        this(seq, change, state, 0);
    }

    Event carrying(int more) {
        return new Event(seq, change, state, merged + more);
    }

    Event withDips(int more) {
        return new Event(seq, change.after(more), state, merged);
    }

    Event settled(State outcome) {
        return new Event(seq, change, outcome, merged);
    }

    /** For logs: {@code event 42 (power off)}. */
    @Override
    public String toString() {
        return "event " + seq + " (" + change.input() + " " + change.level().word() + ")";
    }
}
