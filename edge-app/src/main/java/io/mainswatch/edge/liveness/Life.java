package io.mainswatch.edge.liveness;

import java.time.Duration;

/**
 * What a look at the device's work has shown.
 *
 * @param connected whether there is a connection; it may be deaf all the same
 * @param silent how long nothing has come of what is to be done: neither an answer, nor a failed attempt to connect
 * @param deaf whether that is too long
 * @param words the same for an operator
 */
public record Life(boolean connected, Duration silent, boolean deaf, String words) {}
