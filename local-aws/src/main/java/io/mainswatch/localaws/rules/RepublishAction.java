package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.broker.ClientRules;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.rules.sql.RuleMessage;
import io.mainswatch.localaws.rules.sql.Template;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes it on another topic; a reserved topic is written with $$ at its beginning. */
record RepublishAction(Template topic, Qos qos) implements RuleAction {

    /** A rule that hears what it republishes would otherwise never end; AWS lets it, and bills it. */
    private static final int MAX_HOPS = 10;

    @Override
    public String name() {
        return "RepublishAction";
    }

    @Override
    public String resource(RuleMessage message) {
        String filled = topic.fill(message);
        return filled.startsWith("$$") ? filled.substring(1) : filled;
    }

    @Override
    public CompletionStage<Void> perform(Delivery delivery, byte[] result, Outlets outlets) {
        String to = resource(delivery.message());
        ClientRules.publish(to, qos.ordinal(), false, result.length).ifPresent(violation -> {
            throw new ActionException(violation.what());
        });
        if (delivery.hops() >= MAX_HOPS) {
            throw new ActionException("the message has come through " + MAX_HOPS + " rules; they feed each other");
        }
        outlets.republisher().publish(to, result, qos, delivery.hops() + 1);
        return CompletableFuture.completedFuture(null);
    }
}
