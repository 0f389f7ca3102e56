package io.mainswatch.localaws.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.shadow.GetOutcome;
import io.mainswatch.shadow.ShadowLimits;
import io.mainswatch.shadow.ShadowName;
import io.mainswatch.shadow.ShadowRules;
import java.time.Clock;
import java.util.Optional;

/** Shadows as GetThingShadow answers, for those in this process who look on. */
public final class ShadowDocuments {

    private static final byte[] NO_PAYLOAD = {};

    private final ShadowStore store;
    private final Clock clock;
    private final ShadowRules rules = new ShadowRules(ShadowLimits.AWS);

    public ShadowDocuments(ShadowStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The document, or empty if there is no such shadow. */
    public Optional<ObjectNode> find(ShadowName name) {
        GetOutcome outcome = rules.get(name, store.read(name), NO_PAYLOAD, clock.instant());
        return outcome instanceof GetOutcome.Accepted get
                ? Optional.of(get.accepted().json())
                : Optional.empty();
    }
}
