package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Metadata of one moment: {@code {"timestamp": <Unix seconds>}} for every leaf. All leaves share the one node, which
 * nobody changes.
 */
record Stamp(ObjectNode node) {

    static Stamp at(long seconds) {
        return new Stamp(JsonNodeFactory.instance.objectNode().put("timestamp", seconds));
    }

    /**
     * The shape of the value with the stamp in place of each leaf. Contested: a {@code null} leaf counts as a leaf, and
     * what an array holds is stamped by its own shape.
     */
    JsonNode on(JsonNode value) {
        if (value.isObject()) {
            ObjectNode stamped = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> stamped.set(member.getKey(), on(member.getValue())));
            return stamped;
        }
        if (value.isArray()) {
            ArrayNode stamped = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> stamped.add(on(element)));
            return stamped;
        }
        return node;
    }
}
