package io.mainswatch.localaws.broker;

/**
 * One connection of one client.
 *
 * @param clientId the MQTT client id
 * @param id unique for this connection
 * @param ipAddress the client's address, without the port
 * @param principal the id of its certificate, or {@link #ANONYMOUS} on the plain port
 */
public record ClientSession(String clientId, String id, String ipAddress, String principal) {

    /** Who comes without a certificate. */
    public static final String ANONYMOUS = "anonymous";
}
