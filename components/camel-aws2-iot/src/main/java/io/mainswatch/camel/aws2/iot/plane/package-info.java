/**
 * What the two planes of AWS IoT have in common: options, life cycle of the SDK client, the way from a message to an
 * API call and back, and the control flow of the health check.
 *
 * <p>AWS gives each plane its own endpoint, permissions and SDK client, so Camel sees two schemes; the frame is the
 * same and stands here once.
 */
package io.mainswatch.camel.aws2.iot.plane;
