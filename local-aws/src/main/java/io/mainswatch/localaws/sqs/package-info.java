/**
 * Amazon SQS: ElasticMQ on a port of its own, with queues and messages in the database of this stand-in, and a way for
 * other rooms to put a message on a queue. Only this room knows ElasticMQ and Pekko.
 */
package io.mainswatch.localaws.sqs;
