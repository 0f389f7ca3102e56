/**
 * The gate for what operators own: every file in {@code routes/} against Camel's schema, every endpoint and option
 * against Camel's catalog with our components in it, every placeholder, pair and id, and every file in {@code config/}
 * against its program's declared settings. The build runs it on the shipped files and {@code ./mainswatch check} on an
 * operator's: what one says the other says. It depends on no program; declarations and components are found on the
 * class path.
 */
package io.mainswatch.routecheck;
