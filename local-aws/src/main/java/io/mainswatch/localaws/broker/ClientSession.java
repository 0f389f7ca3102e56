package io.mainswatch.localaws.broker;

/**
 * One connection of one client.
 *
 * @param clientId the MQTT client id
 * @param id unique for this connection
 * @param ipAddress the client's address, without the port
 */
public record ClientSession(String clientId, String id, String ipAddress) {}
