/**
 * What the kernel's {@code linux/gpio.h} (GPIO character device ABI, version 2, Linux 5.10 and later) says, byte for
 * byte, and the six system calls that carry it. Nothing here knows Pi4J. Offsets are written out, not computed from
 * declarations, as the ABI's own alignment differs from some platforms'.
 */
package io.mainswatch.pi4j.chardev.kernel;
