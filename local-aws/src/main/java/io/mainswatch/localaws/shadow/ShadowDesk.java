package io.mainswatch.localaws.shadow;

import io.mainswatch.localaws.shadow.ShadowAnswer.Message;
import io.mainswatch.shadow.DeleteOutcome;
import io.mainswatch.shadow.GetOutcome;
import io.mainswatch.shadow.Rejected;
import io.mainswatch.shadow.RequestTopic;
import io.mainswatch.shadow.ShadowRules;
import io.mainswatch.shadow.ShadowState;
import io.mainswatch.shadow.UpdateOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the rules, and puts what they say on the topics it belongs to. */
final class ShadowDesk {

    private final ShadowRules rules;

    ShadowDesk(ShadowRules rules) {
        this.rules = rules;
    }

    ShadowAnswer answer(RequestTopic request, ShadowState current, byte[] payload, Instant now) {
        return switch (request.operation()) {
            case UPDATE -> update(request, rules.update(current, payload, now));
            case GET -> get(request, rules.get(request.shadow(), current, payload, now));
            case DELETE -> delete(request, rules.delete(request.shadow(), current, payload, now));
        };
    }

    /** A refusal that the rules know nothing of. What they say of a shadow that never was has the request's token in it. */
    ShadowAnswer refuse(RequestTopic request, byte[] payload, int code, String message) {
        DeleteOutcome ofNothing = rules.delete(request.shadow(), new ShadowState.Never(), payload, Instant.EPOCH);
        return refused(request, new Rejected(code, message, ((Rejected) ofNothing).clientToken()));
    }

    /** Accepted comes last, so that whoever has seen it need not wait for the other two. */
    private static ShadowAnswer update(RequestTopic request, UpdateOutcome outcome) {
        if (!(outcome instanceof UpdateOutcome.Accepted update)) {
            return refused(request, (Rejected) outcome);
        }
        List<Message> messages = new ArrayList<>();
        update.delta().ifPresent(delta -> messages.add(new Message(request.delta(), delta)));
        messages.add(new Message(request.documents(), update.documents()));
        messages.add(new Message(request.accepted(), update.accepted()));
        return ShadowAnswer.accepted(Optional.of(update.next()), List.copyOf(messages), update.accepted());
    }

    private static ShadowAnswer get(RequestTopic request, GetOutcome outcome) {
        if (!(outcome instanceof GetOutcome.Accepted get)) {
            return refused(request, (Rejected) outcome);
        }
        return ShadowAnswer.accepted(
                Optional.empty(), List.of(new Message(request.accepted(), get.accepted())), get.accepted());
    }

    private static ShadowAnswer delete(RequestTopic request, DeleteOutcome outcome) {
        if (!(outcome instanceof DeleteOutcome.Accepted delete)) {
            return refused(request, (Rejected) outcome);
        }
        return ShadowAnswer.accepted(
                Optional.of(delete.next()),
                List.of(new Message(request.accepted(), delete.accepted())),
                delete.accepted());
    }

    private static ShadowAnswer refused(RequestTopic request, Rejected rejected) {
        return ShadowAnswer.refused(request.rejected(), rejected);
    }
}
