package io.mainswatch.localaws.shadow;

import io.mainswatch.shadow.Payload;
import io.mainswatch.shadow.Rejected;
import io.mainswatch.shadow.ShadowState;
import java.util.List;
import java.util.Optional;

/**
 * What a request leads to.
 *
 * @param next what to store; empty if nothing changes
 * @param messages what to publish over MQTT, in this order
 * @param body the accepted document, or the error document
 * @param refusal why it was refused, if it was
 */
public record ShadowAnswer(
        Optional<ShadowState> next, List<Message> messages, Payload body, Optional<Rejected> refusal) {

    /** A message of the service. */
    public record Message(String topic, Payload payload) {}

    static ShadowAnswer accepted(Optional<ShadowState> next, List<Message> messages, Payload body) {
        return new ShadowAnswer(next, messages, body, Optional.empty());
    }

    static ShadowAnswer refused(String topic, Rejected rejected) {
        Payload body = rejected.body();
        return new ShadowAnswer(Optional.empty(), List.of(new Message(topic, body)), body, Optional.of(rejected));
    }
}
