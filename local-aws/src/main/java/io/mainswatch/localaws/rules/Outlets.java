package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.sqs.Queues;

/** The ways out of the rules. */
record Outlets(Queues queues, Republisher republisher) {}
