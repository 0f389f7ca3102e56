package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;

/** What desired asks for and reported does not have. */
final class Delta {

    /** JSON types differ from each other; numbers are compared by value. Contested: 1 and 1.0 are the same. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private Delta() {}

    /**
     * The members of desired that reported lacks or has otherwise, with the stamps they have in desired; empty if there
     * is none. Objects are compared member by member, arrays whole, and what only reported has never counts. Contested:
     * a desired {@code {}} that reported lacks counts.
     */
    static Section between(Section desired, ObjectNode reported) {
        Section.Draft delta = new Section.Draft();
        for (Map.Entry<String, JsonNode> member : desired.state().properties()) {
            String name = member.getKey();
            JsonNode wanted = member.getValue();
            JsonNode actual = reported.get(name);
            if (wanted.isObject() && actual instanceof ObjectNode inner) {
                Section open = between(desired.child(name), inner);
                if (!open.isEmpty()) {
                    delta.put(name, open);
                }
            } else if (actual == null || !wanted.equals(BY_VALUE, actual)) {
                delta.put(name, wanted, desired.metadata().get(name));
            }
        }
        return delta.done();
    }
}
