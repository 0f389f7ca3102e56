package io.mainswatch.edge.clock;

/**
 * When something happened, as this device saw it.
 *
 * @param wall device clock, milliseconds since 1970; as true as {@code synced} says
 * @param synced whether the kernel held its clock for synchronised then
 * @param boot the boot it happened in
 * @param uptime milliseconds from that boot to it
 */
public record Moment(long wall, boolean synced, String boot, long uptime) {}
