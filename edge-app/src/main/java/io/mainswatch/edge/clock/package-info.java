/**
 * What the device knows about time, and how sure it is. A Pi has no battery for its clock: after a power cut it may
 * think it is 1970. So every moment is kept twice, by the wall clock (with the kernel's word on whether that one is
 * synchronised) and by the kernel's uptime, which never jumps within a boot.
 */
package io.mainswatch.edge.clock;
