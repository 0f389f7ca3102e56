package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.identity.policy.Facts;
import io.mainswatch.localaws.identity.policy.Policies;
import io.mainswatch.localaws.identity.policy.Policy;
import io.mainswatch.localaws.identity.policy.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a caller may do as things stand. The answers are remembered: a device asks the same few things all day. */
final class Standing {

    /** More than a device with a shadow ever asks; beyond that, its answers are worked out again. */
    private static final int REMEMBERED = 200;

    private final List<Policy> policies;
    private final Facts facts;
    private final Map<Request, Boolean> answers = new ConcurrentHashMap<>();

    Standing(List<Policy> policies, Facts facts) {
        this.policies = policies;
        this.facts = facts;
    }

    boolean allows(Request request) {
        Boolean known = answers.get(request);
        if (known != null) {
            return known;
        }
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        boolean answer = Policies.allow(policies, request, facts);
        answers.put(request, answer);
        return answer;
    }
}
