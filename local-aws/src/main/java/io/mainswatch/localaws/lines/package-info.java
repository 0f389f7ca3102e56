/**
 * Simulated input lines: a folder with a file {@code line-<n>} per line that holds 1 or 0, like the kernel's sysfs. The
 * edge follows the files; the console's plug writes them.
 */
package io.mainswatch.localaws.lines;
