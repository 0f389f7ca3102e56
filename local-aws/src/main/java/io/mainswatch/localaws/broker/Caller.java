package io.mainswatch.localaws.broker;

/**
 * A client that has shown a certificate.
 *
 * @param principal the certificate's id
 * @param clientId the MQTT client id that it asked for; anybody can ask for any
 */
public record Caller(String principal, String clientId) {}
