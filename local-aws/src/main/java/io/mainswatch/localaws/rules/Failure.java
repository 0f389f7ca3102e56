package io.mainswatch.localaws.rules;

/**
 * Something of a rule that failed, as error documents list it.
 *
 * @param failedAction for example {@code SqsAction}
 * @param failedResource for example the queue's name
 */
record Failure(String failedAction, String failedResource, String errorMessage) {}
