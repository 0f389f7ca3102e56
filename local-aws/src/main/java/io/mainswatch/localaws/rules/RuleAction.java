package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.rules.sql.RuleMessage;
import java.util.concurrent.CompletionStage;

/** Where a rule passes on what it made of a message. */
sealed interface RuleAction permits SqsAction, RepublishAction {

    /** What error documents call it. */
    String name();

    /** What it acts on, for error documents. */
    String resource(RuleMessage message);

    /**
     * Passes it on; the stage completes once that is done, and fails if it cannot be.
     *
     * @param message what the rule was run for
     * @param result what the statement made of it
     */
    CompletionStage<Void> perform(Delivery message, byte[] result, Outlets outlets);
}
