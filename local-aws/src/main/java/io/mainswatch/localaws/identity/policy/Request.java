package io.mainswatch.localaws.identity.policy;

/**
 * What somebody wants to do.
 *
 * @param action for example {@code iot:Publish}
 * @param resource the ARN of what it is done to
 */
public record Request(String action, String resource) {}
