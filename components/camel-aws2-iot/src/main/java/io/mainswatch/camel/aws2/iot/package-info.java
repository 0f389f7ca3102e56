/**
 * The control plane of AWS IoT as Camel endpoints, scheme {@code aws2-iot}: the registry of things, their certificates,
 * policies, provisioning, topic rules and endpoints.
 *
 * <p>The classes are named and shaped like those of Camel's own AWS components, so that a reader of one finds the way
 * in the other. What an operation needs and answers is a table: {@link Iot2Operations} names the operations, the
 * {@code ...Calls} classes hold a {@link io.mainswatch.camel.aws2.iot.plane.Call} for each. Shadows and messages are
 * in {@link io.mainswatch.camel.aws2.iot.data}.
 */
package io.mainswatch.camel.aws2.iot;
