package io.mainswatch.edge.commission;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result, as it stands in the shadow under {@code commissioned}.
 *
 * @param at when, milliseconds since 1970
 * @param by name and version of this program
 * @param input the name of the input
 * @param lossMs milliseconds from the line's change to the shadow's acceptance, hold time included, on unplugging
 * @param backMs the same on plugging back
 * @param bounces changes seen that did not hold, both times together
 * @param activeLow whether an electrical LOW means on
 */
public record Commissioned(long at, String by, String input, long lossMs, long backMs, int bounces, boolean activeLow) {

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at);
        members.put("by", by);
        members.put("input", input);
        members.put("lossMs", lossMs);
        members.put("backMs", backMs);
        members.put("bounces", bounces);
        members.put("activeLow", activeLow);
        return members;
    }
}
