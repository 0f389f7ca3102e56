package io.mainswatch.localaws.registry;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of the attributes of a thing or a group, as AWS's {@code attributePayload} has it.
 *
 * @param attributes new values, an empty one removes the attribute; null leaves all as they are
 * @param merge whether attributes that are not named stay
 */
record AttributeChange(Map<String, String> attributes, boolean merge) {

    /** Changes nothing. */
    static final AttributeChange NONE = new AttributeChange(null, true);

    SortedMap<String, String> applyTo(SortedMap<String, String> present) {
        SortedMap<String, String> next = new TreeMap<>(present);
        if (attributes != null) {
            if (!merge) {
                next.clear();
            }
            next.putAll(attributes);
            next.values().removeIf(""::equals);
        }
        return next;
    }

    /** The attributes of something that is being made. */
    Map<String, String> initial() {
        return attributes == null ? Map.of() : attributes;
    }
}
