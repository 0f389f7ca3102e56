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
 */
public record Mail(long id, String messageId, String from, List<String> to, String subject, Instant receivedAt) {}
