/** What goes wrong around a device, made to go wrong: the network, the disk, the clock, the processes. */
package io.mainswatch.acceptance.trouble;
