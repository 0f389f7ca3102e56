package io.mainswatch.edge.check;

/** What a check found. */
public sealed interface Finding {

    /** In an owner's words. */
    String what();

    /** All is well. */
    record Ok(String what) implements Finding {}

    /**
     * It will not work like this.
     *
     * @param remedy what to do; empty if the first part says it
     */
    record Failed(String what, String remedy) implements Finding {}

    /** Not looked at, for this reason; no failure of its own. */
    record Skipped(String what) implements Finding {}

    static Finding ok(String what) {
        return new Ok(what);
    }

    static Finding failed(String what, String remedy) {
        return new Failed(what, remedy);
    }

    static Finding skipped(String what) {
        return new Skipped(what);
    }
}
