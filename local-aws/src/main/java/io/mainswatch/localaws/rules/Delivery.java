package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.rules.sql.RuleMessage;

/**
 * A message on its way to a rule.
 *
 * @param hops how many rules it has come through already
 */
record Delivery(RuleMessage message, int hops) {}
