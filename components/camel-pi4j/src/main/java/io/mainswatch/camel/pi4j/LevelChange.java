package io.mainswatch.camel.pi4j;

/**
 * A level that the line has kept for the hold time.
 *
 * @param level the level
 * @param since when the line took it
 * @param dips how many levels came and went in less than the hold time since the change before this one
 * @param initial whether it is the first to hold since start or resume: the line was read then, so it may have had the
 *     level for longer than since that moment
 */
record LevelChange(GpioLevel level, Moment since, int dips, boolean initial) {

    LevelChange withDips(int all) {
        return new LevelChange(level, since, all, initial);
    }
}
