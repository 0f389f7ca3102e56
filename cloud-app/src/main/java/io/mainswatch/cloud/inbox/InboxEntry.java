package io.mainswatch.cloud.inbox;

/**
 * What is stored of a message.
 *
 * @param key the same for each delivery of the same message
 * @param thing the thing that the topic names
 * @param payload as received
 */
public record InboxEntry(String key, String thing, byte[] payload) {}
