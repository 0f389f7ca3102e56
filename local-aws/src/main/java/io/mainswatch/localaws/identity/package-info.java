/**
 * Who a thing is, and what it may do: a certificate authority in the data folder, the certificates it has signed and
 * those that were registered, authorities of callers' own ("CA certificates" as AWS calls them), policies, and what is
 * attached to what, with AWS IoT's control-plane calls for all of it.
 * {@link io.mainswatch.localaws.identity.Identity} opens the room; the broker asks it through
 * {@link io.mainswatch.localaws.broker.Gatekeeper}.
 */
package io.mainswatch.localaws.identity;
