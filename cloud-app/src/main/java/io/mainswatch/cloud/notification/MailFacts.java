package io.mainswatch.cloud.notification;

/**
 * What a mail can say: the {@code body} of the templates. What is not known is null, so that a template asks
 * {@code <#if body.outage??>}. All times are in the site's zone and name it.
 *
 * @param kind the event's kind, for example {@code POWER_LOST}
 * @param site the site's name as its owner wrote it
 * @param input the input, for example {@code power}
 * @param level {@code on} or {@code off}
 * @param when when it happened; null if no clock could be trusted
 * @param uncertainty it happened then, give or take this length of time
 * @param earliest if {@code when} is null: not before this; may be null too
 * @param latest if {@code when} is null: not after this
 * @param received when the report reached Mainswatch
 * @param outage how long the power was off, in words
 * @param missing number of events just before this one that never arrived
 * @param dips number of changes too short to count as events
 * @param address the owner whom this mail is for
 * @param publicUrl where owners find Mainswatch
 */
public record MailFacts(
        String kind,
        String site,
        String thing,
        String input,
        String level,
        String when,
        String uncertainty,
        String earliest,
        String latest,
        String received,
        String outage,
        long missing,
        int dips,
        String address,
        String publicUrl) {}
