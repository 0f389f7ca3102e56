package io.mainswatch.settings;

/**
 * One thing that is wrong in the configuration.
 *
 * @param where the file, or the environment variable
 * @param line the line of the file, from 1; 0 where no line is meant
 * @param missing whether a required value is only still to be filled in, rather than wrong
 * @param what key, value, allowed range and remedy in one sentence or two
 */
public record Problem(String where, int line, boolean missing, String what) {

    Problem(String where, int line, String what) {
        this(where, line, false, what);
    }

    @Override
    public String toString() {
        return where + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
