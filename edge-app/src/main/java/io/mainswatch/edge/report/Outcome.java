package io.mainswatch.edge.report;

/** What became of a published report. */
public sealed interface Outcome {

    /** The shadow has it, {@code millis} after it was sent. */
    record Accepted(long millis) implements Outcome {}

    /** The shadow service refused it, with a code as in HTTP. */
    record Rejected(int code, String message) implements Outcome {

        /** For logs and as the cause of a parked event. */
        @Override
        public String toString() {
            return "rejected " + code + " " + message;
        }
    }

    /** No answer in time; how many reports in a row that makes. */
    record Silence(int inARow) implements Outcome {

        @Override
        public String toString() {
            return "no answer";
        }
    }
}
