/**
 * The cloud app's memory: one PostgreSQL, either a server that an operator names or one that this process starts and
 * stops itself, brought to the current schema before anything uses it.
 */
package io.mainswatch.cloud.database;
