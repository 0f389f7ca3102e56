/**
 * GPIO lines as Camel endpoints. A route that starts at {@code pi4j-gpio:4} gets one exchange for each level that the
 * line keeps; a route that ends there drives the line.
 *
 * <p>Time runs through the room in one direction: a Pi4J listener stamps a change ({@code Moment}), {@code StableLevel}
 * decides from the stamps alone which levels count, {@code LineWatch} keeps those until the consumer's one thread has
 * carried them through the route. Pi4J's own thread never runs a route and never waits for one.
 */
package io.mainswatch.camel.pi4j;
