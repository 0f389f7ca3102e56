package io.mainswatch.edge.journal;

import io.mainswatch.edge.clock.Moment;

/**
 * A level that has held, not yet numbered.
 *
 * @param input the input's name
 * @param level the new level
 * @param at when it changed, before the hold time began
 * @param dips changes shorter than the hold time since this input's last change
 */
public record Change(String input, Level level, Moment at, int dips) {}
