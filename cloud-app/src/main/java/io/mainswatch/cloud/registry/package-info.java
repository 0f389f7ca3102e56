/** What a command does to the registry of devices. How it is done stands in the routes of {@code routes/operator}. */
package io.mainswatch.cloud.registry;
