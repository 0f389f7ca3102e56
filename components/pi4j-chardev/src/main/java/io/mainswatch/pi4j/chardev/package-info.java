/**
 * A Pi4J 2 plugin for digital lines over the kernel's GPIO character device. It needs no native library of its own and no
 * list of boards, so it works on every Raspberry Pi, the first Zero included, on other Arm boards and on x86-64; its
 * inputs sleep in the kernel until an edge comes.
 *
 * <p>{@code Chip} finds the chip and asks it for a {@code Line}; {@code EdgeWatch} is the one thread of an input; errors
 * become a {@code ChardevException} that says what to do.
 */
package io.mainswatch.pi4j.chardev;
