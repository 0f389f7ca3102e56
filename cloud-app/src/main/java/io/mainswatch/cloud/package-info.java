/**
 * The process on the container host: it starts the database, the connection to the broker and the routes of
 * {@code routes/cloud}, and stops them in the opposite order. What happens to a document stands in the routes; the rooms
 * below hold the beans that they name, each of which does one thing.
 */
package io.mainswatch.cloud;
