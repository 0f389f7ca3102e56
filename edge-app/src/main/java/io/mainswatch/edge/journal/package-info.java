/**
 * The edge's memory: every event is numbered and on disk here before anybody hears of it, and stays until AWS has
 * answered. One SQLite file ({@code journal.db}) with one table, and beside it the highest number ever given
 * ({@code journal.db.seq}), so that no number is used twice even if the table is lost. Nothing is written while
 * nothing changes, and a disk that is full or failing holds up no report: what it does not take waits in memory.
 *
 * <pre>
 * event
 *   seq      the event's number on this device: 1, 2, 3 ... for ever
 *   input    the input's name, for example power
 *   level    on | off
 *   wall     when the level changed: device clock, ms since 1970
 *   synced   1 if the kernel held that clock for synchronised
 *   boot     the boot it changed in: first 8 hex digits of the kernel's boot id
 *   uptime   ms from that boot to the change
 *   dips     changes since the input's event before that are only counted: shorter than the hold time, or of a flutter
 *   state    waiting | accepted | parked
 *   cause    why it is parked
 *   merged   how many of the numbers directly below are told by this count only
 *   flutter  1 if the line changes so often that it is only counted from this event on
 * </pre>
 */
package io.mainswatch.edge.journal;
