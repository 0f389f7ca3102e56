package io.mainswatch.localaws.identity.policy;

import java.util.List;

/** The judgement of several policies together. */
public final class Policies {

    private Policies() {}

    /** A Deny that applies wins over every Allow; without an Allow that applies, no. */
    public static boolean allow(List<Policy> policies, Request request, Facts facts) {
        boolean allowed = false;
        for (Policy policy : policies) {
            for (Statement statement : policy.statements()) {
                if (statement.applies(request, facts)) {
                    if (statement.effect() == Statement.Effect.DENY) {
                        return false;
                    }
                    allowed = true;
                }
            }
        }
        return allowed;
    }
}
