package io.mainswatch.camel.aws2.iot.plane;

/**
 * An endpoint option that stands in for a header that a message lacks.
 *
 * @param name as in the endpoint URI
 * @param value the configured value, or null
 */
public record Option(String name, Object value) {}
