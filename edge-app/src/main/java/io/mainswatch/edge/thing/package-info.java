/**
 * The one MQTT connection of the device, under the thing's name. Camel's endpoints publish and subscribe through it
 * ({@code paho:...?client=#thing}); this room keeps it up for ever: connects, subscribes again, says when it is up,
 * and comes back at random times, so that a thousand devices do not come back at once.
 *
 * <p>The way to the broker is our own too ({@link io.mainswatch.edge.thing.Link}), because Paho's TLS sockets lose the ALPN
 * protocol that AWS wants on port 443. Paho's own automatic reconnect is not used: it starts only after a first success, cannot be told to be random,
 * and subscribes on the thread that must read the answer.
 */
package io.mainswatch.edge.thing;
