package io.mainswatch.localaws.broker;

import javax.net.ssl.SSLContext;

/**
 * The port for clients with certificates.
 *
 * @param port the TCP port, 0 for any free one
 * @param context with the server's certificate, and what certificates of clients the handshake takes
 * @param gatekeeper who may do what once the handshake is over
 */
public record MutualTls(int port, SSLContext context, Gatekeeper gatekeeper) {}
