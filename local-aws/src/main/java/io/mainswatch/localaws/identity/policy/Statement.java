package io.mainswatch.localaws.identity.policy;

import java.util.List;

/** One statement of a policy. */
record Statement(Effect effect, Targets actions, Targets resources, List<Condition> conditions) {

    enum Effect {
        ALLOW,
        DENY
    }

    /** Whether it has something to say on the request; not if a variable in it has no value. */
    boolean applies(Request request, Facts facts) {
        return actions.include(request.action(), facts).orElse(false)
                && resources.include(request.resource(), facts).orElse(false)
                && conditions.stream().allMatch(condition -> condition.holds(facts));
    }
}
