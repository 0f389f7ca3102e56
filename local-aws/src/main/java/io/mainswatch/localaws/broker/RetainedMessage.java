package io.mainswatch.localaws.broker;

import java.time.Instant;

/**
 * A message that the broker keeps for who subscribes later.
 *
 * @param topic the full topic
 * @param payload never empty: an empty one ends the keeping
 * @param at when it was published
 */
public record RetainedMessage(String topic, byte[] payload, Qos qos, Instant at) {}
