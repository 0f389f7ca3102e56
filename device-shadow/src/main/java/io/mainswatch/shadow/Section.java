package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An object of the shadow with its metadata: a whole section, or an object somewhere below one. The metadata has the
 * shape of the state with a stamp for each leaf; an empty section is an absent one. Never changed once made, and the
 * parts that an update does not touch are shared between the old and the new one.
 */
record Section(ObjectNode state, ObjectNode metadata) {

    static final Section EMPTY = new Draft().done();

    boolean isEmpty() {
        return state.isEmpty();
    }

    /** The object under the name, with its metadata. */
    Section child(String name) {
        return new Section((ObjectNode) state.get(name), (ObjectNode) metadata.get(name));
    }

    /**
     * A JSON merge patch (RFC 7396) that stamps what it names. Contested: a value sent unchanged is stamped anew, and a
     * nested object is kept as {@code {}} when its last member goes.
     */
    Section merge(ObjectNode patch, Stamp stamp) {
        Draft draft = new Draft();
        draft.state.setAll(state);
        draft.metadata.setAll(metadata);
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                draft.remove(name);
            } else if (value instanceof ObjectNode inner && state.get(name) instanceof ObjectNode) {
                draft.put(name, child(name).merge(inner, stamp));
            } else {
                JsonNode stored = withoutNulls(value);
                draft.put(name, stored, stamp.on(stored));
            }
        }
        return draft.done();
    }

    /** Contested: an object whose members are all null is stored as {@code {}}, as RFC 7396 has it. */
    private static JsonNode withoutNulls(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!member.getValue().isNull()) {
                kept.set(member.getKey(), withoutNulls(member.getValue()));
            }
        }
        return kept;
    }

    /** A section while it is put together. */
    static final class Draft {

        private final ObjectNode state = JsonNodeFactory.instance.objectNode();
        private final ObjectNode metadata = JsonNodeFactory.instance.objectNode();

        void put(String name, JsonNode value, JsonNode stamps) {
            state.set(name, value);
            metadata.set(name, stamps);
        }

        void put(String name, Section child) {
            put(name, child.state(), child.metadata());
        }

        void remove(String name) {
            state.remove(name);
            metadata.remove(name);
        }

        Section done() {
            return new Section(state, metadata);
        }
    }
}
