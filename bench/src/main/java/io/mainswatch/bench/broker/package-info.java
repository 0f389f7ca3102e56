/** The stand-in's broker and shadow service under load, beside mosquitto in the same run. */
package io.mainswatch.bench.broker;
