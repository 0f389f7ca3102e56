package io.mainswatch.localaws.broker;

/**
 * A message that a client has published.
 *
 * @param topic the full topic, an alias already resolved
 * @param payload its bytes, ours to keep
 * @param clientId who has published it
 * @param principal the id of his certificate, or {@link ClientSession#ANONYMOUS}
 */
public record Publication(String topic, byte[] payload, String clientId, String principal) {}
