/**
 * The MQTT broker, behind one small interface of ours ({@link io.mainswatch.localaws.broker.Broker}): MQTT 3.1.1 and 5
 * on a TCP socket, the rules AWS IoT Core has for its clients, and word of every message and connection to the rest.
 * Only this room knows Apache ActiveMQ Artemis; another broker would replace these classes and nothing else.
 */
package io.mainswatch.localaws.broker;
