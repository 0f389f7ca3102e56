/**
 * What stays: the data folder, which one process at a time may use, and in it one SQLite file whose every change is on
 * disk before anybody hears of it. Also the word that something has changed, for whoever shows it.
 */
package io.mainswatch.localaws.store;
