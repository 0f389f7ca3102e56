package io.mainswatch.localaws.lines;

/**
 * A simulated line.
 *
 * @param line its number
 * @param level 1 is high: the mains are present
 */
public record Line(int line, int level) {}
