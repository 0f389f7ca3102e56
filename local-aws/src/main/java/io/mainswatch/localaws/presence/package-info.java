/**
 * Who is connected, and the lifecycle events that tell others: {@code $aws/events/presence/connected|disconnected} and
 * {@code $aws/events/subscriptions/subscribed|unsubscribed} with AWS's fields. Version numbers survive a restart, and who was connected when the process died is reported as gone when
 * it comes back.
 */
package io.mainswatch.localaws.presence;
