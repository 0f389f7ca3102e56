package io.mainswatch.acceptance;

import java.time.Instant;

/**
 * A mail in the stand-in's inbox.
 *
 * @param to the one recipient
 * @param subject decoded
 * @param text the plain part
 * @param html the HTML part
 * @param receivedAt when SES took it
 */
public record Mail(String to, String subject, String text, String html, Instant receivedAt) {}
