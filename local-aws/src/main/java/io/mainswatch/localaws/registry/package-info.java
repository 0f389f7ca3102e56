/**
 * The thing registry of AWS IoT: things with their attributes, types and groups, its control-plane calls, and the events
 * that tell of changes.
 */
package io.mainswatch.localaws.registry;
