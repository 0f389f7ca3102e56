package io.mainswatch.localaws.ses;

import java.util.List;

/**
 * A mail with its envelope, ready to go.
 *
 * @param messageId SES's id for it, also in its Message-ID header
 * @param from the envelope's sender, perhaps with a display name
 * @param to the envelope's recipients
 * @param raw RFC 5322
 */
record Outgoing(String messageId, String from, List<String> to, String subject, byte[] raw, Labels labels) {}
