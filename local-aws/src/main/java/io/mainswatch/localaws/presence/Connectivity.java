package io.mainswatch.localaws.presence;

import io.mainswatch.localaws.broker.DisconnectReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a client is connected.
 *
 * @param at when it last came or went
 * @param reason why it went; empty while it is connected
 */
public record Connectivity(boolean connected, Instant at, Optional<DisconnectReason> reason) {}
