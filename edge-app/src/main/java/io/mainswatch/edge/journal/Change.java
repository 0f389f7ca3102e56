package io.mainswatch.edge.journal;

import io.mainswatch.edge.clock.Moment;

/**
 * A level that has held, not yet numbered.
 *
 * @param input the input's name
 * @param level the new level
 * @param at when it changed, before the hold time began
 * @param dips changes since this input's last change that are told by their number only: those shorter than the hold
 *     time, and those of a line that flutters
 * @param flutter whether the line changes so often that its changes are only counted from this one on
 */
public record Change(String input, Level level, Moment at, int dips, boolean flutter) {

    /** A change of a line that does not flutter. */
    public Change(String input, Level level, Moment at, int dips) {
        this(input, level, at, dips, false);
    }

    /** The same change with so many more dips before it. */
    public Change after(int more) {
        return new Change(input, level, at, dips + more, flutter);
    }
}
