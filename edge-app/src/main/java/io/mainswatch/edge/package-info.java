/**
 * The process on the Pi. It gives Camel its beans (journal, reports, thing connection, GPIO context), loads the routes
 * that the operator owns, and stops in order. What happens to an event is in the routes, not here.
 */
package io.mainswatch.edge;
