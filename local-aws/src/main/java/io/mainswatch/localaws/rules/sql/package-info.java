/**
 * The part of AWS IoT's SQL that a monitor uses: reading it, and evaluating it on a message with AWS's rules for values that
 * are not there (developer guide, "AWS IoT SQL reference"). Whatever else a statement has is refused when the rule is made.
 */
package io.mainswatch.localaws.rules.sql;
