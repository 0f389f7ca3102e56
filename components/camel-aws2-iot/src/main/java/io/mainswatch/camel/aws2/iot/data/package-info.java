/**
 * The data plane of AWS IoT as Camel endpoints, scheme {@code aws2-iot-data}: device shadows (read, written and watched), publishing, retained
 * messages and connections.
 */
package io.mainswatch.camel.aws2.iot.data;
