/**
 * camel-paho-mqtt5 made fit for a durable session. The component takes the place of Camel's own (scheme {@code paho-mqtt5},
 * the same options); it differs in when it connects, in looking at what the broker answers, and in telling its health.
 */
package io.mainswatch.cloud.intake;
