package io.mainswatch.localaws.ses;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was sent.
 *
 * @param id counts up from 1
 * @param messageId what SES answered
 * @param from the envelope's sender
 * @param to the envelope's recipients, blind copies too
 * @param events what became of it so far, the earliest first
 */
public record Mail(
        long id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        Instant receivedAt,
        List<Event> events) {

    Mail with(List<Event> past) {
        return new Mail(id, messageId, from, to, subject, receivedAt, past);
    }

    /**
     * One thing that became of it.
     *
     * @param type Send, Delivery, Bounce, Complaint, Reject or DeliveryDelay
     * @param recipients whom it concerns, by address alone
     * @param detail more to say, {@code Permanent/General}; empty where there is nothing
     */
    public record Event(String type, List<String> recipients, String detail, Instant at) {}
}
