package io.mainswatch.shadow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The least that a service adds to the rules: it remembers states and knows the time. */
final class LocalShadows {

    static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    private final ShadowRules rules;
    private final Map<ShadowName, ShadowState> states = new HashMap<>();
    private Instant now = START;

    LocalShadows() {
        this(ShadowLimits.AWS);
    }

    LocalShadows(ShadowLimits limits) {
        rules = new ShadowRules(limits);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    ShadowState state(ShadowName name) {
        return states.getOrDefault(name, new ShadowState.Never());
    }

    UpdateOutcome update(ShadowName name, byte[] payload) {
        UpdateOutcome outcome = rules.update(state(name), payload, now);
        if (outcome instanceof UpdateOutcome.Accepted accepted) {
            states.put(name, accepted.next());
        }
        return outcome;
    }

    GetOutcome get(ShadowName name, byte[] payload) {
        return rules.get(name, state(name), payload, now);
    }

    DeleteOutcome delete(ShadowName name, byte[] payload) {
        DeleteOutcome outcome = rules.delete(name, state(name), payload, now);
        if (outcome instanceof DeleteOutcome.Accepted accepted) {
            states.put(name, accepted.next());
        }
        return outcome;
    }

    UpdateOutcome.Accepted accepted(ShadowName name, String payload) {
        return (UpdateOutcome.Accepted) update(name, utf8(payload));
    }

    Rejected rejected(ShadowName name, String payload) {
        return (Rejected) update(name, utf8(payload));
    }

    /** The answer to a get, which must be accepted. */
    Payload read(ShadowName name) {
        return ((GetOutcome.Accepted) get(name, new byte[0])).accepted();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
