package io.mainswatch.localaws.presence;

/**
 * A connection that has not ended.
 *
 * @param version the client's count of connections
 * @param principal its certificate's id, or that it has none
 */
record OpenConnection(String clientId, long version, String principal) {}
