package io.mainswatch.localaws.broker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a broker needs to know of its place.
 *
 * @param host the address to listen on
 * @param port the TCP port for clients without certificates, 0 for any free one
 * @param folder where sessions and their queues are kept
 * @param shortestKeepAlive whole seconds; a client that asks for less gets this
 * @param sessionLife whole seconds; how long a persistent session outlives its connection, if the client does not say
 */
public record BrokerSettings(String host, int port, Path folder, Duration shortestKeepAlive, Duration sessionLife) {}
