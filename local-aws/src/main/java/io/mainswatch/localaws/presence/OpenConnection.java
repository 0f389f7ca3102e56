package io.mainswatch.localaws.presence;

/** A connection that has not ended; the version number is the client's count of connections. */
record OpenConnection(String clientId, long version) {}
