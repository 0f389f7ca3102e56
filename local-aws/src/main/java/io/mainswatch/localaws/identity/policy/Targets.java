package io.mainswatch.localaws.identity.policy;

import io.mainswatch.localaws.glob.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The actions or the resources of a statement.
 *
 * @param except whether all are meant but these ({@code NotAction}, {@code NotResource})
 * @param ignoreCase actions are compared so, ARNs are not
 */
record Targets(List<TextPattern> patterns, boolean except, boolean ignoreCase) {

    /** Whether the text is meant; empty if a variable has no value. */
    Optional<Boolean> include(String text, Facts facts) {
        boolean found = false;
        for (TextPattern pattern : patterns) {
            Optional<Glob> resolved = pattern.resolve(facts);
            if (resolved.isEmpty()) {
                return Optional.empty();
            }
            found |= resolved.get().matches(ignoreCase ? text.toLowerCase(Locale.ROOT) : text);
        }
        return Optional.of(found != except);
    }
}
