package io.mainswatch.edge.commission;

/**
 * A change of a line that has held.
 *
 * @param since when the level began, by {@link System#nanoTime()}
 * @param bounces changes before it that did not hold
 */
record Turn(long since, int bounces) {}
