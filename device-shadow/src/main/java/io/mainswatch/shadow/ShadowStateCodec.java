package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * States as JSON for a store: {@code {"state","metadata","version"}} for a live shadow,
 * {@code {"version","deleted":<Unix seconds>}} for a tombstone, {@code {}} for one that never was.
 */
public final class ShadowStateCodec {

    /** Whole numbers up to here survive every JSON tool; no version or time comes near it. */
    private static final long MAX_WHOLE = 1L << 53;

    private ShadowStateCodec() {}

    /** Compact JSON in UTF-8. */
    public static byte[] encode(ShadowState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (state instanceof ShadowState.Live live) {
            json.set("state", live.current().state());
            json.set("metadata", live.current().metadata());
            json.put("version", live.version());
        } else if (state instanceof ShadowState.Deleted tombstone) {
            json.put("version", tombstone.version());
            json.put("deleted", tombstone.at().getEpochSecond());
        }
        return StrictJson.write(json);
    }

    /**
     * What {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else; the message names the damaged member
     */
    public static ShadowState decode(byte[] bytes) {
        JsonNode json = StrictJson.read(bytes)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> damaged("the record", "a JSON object"));
        if (json.isEmpty()) {
            return new ShadowState.Never();
        }
        long version = whole(json.path("version"), "version");
        if (json.has("deleted")) {
            return new ShadowState.Deleted(version, Instant.ofEpochSecond(whole(json.path("deleted"), "deleted")));
        }
        return new ShadowState.Live(new ShadowDocument(
                section(json, ShadowDocument.DESIRED), section(json, ShadowDocument.REPORTED), version));
    }

    private static Section section(JsonNode json, String name) {
        if (!(json.path("state") instanceof ObjectNode states)) {
            throw damaged("state", "an object");
        }
        if (!states.has(name)) {
            return Section.EMPTY;
        }
        if (!(states.get(name) instanceof ObjectNode state)) {
            throw damaged("state." + name, "an object");
        }
        return new Section(state, objectStamps(state, json.path("metadata").path(name), "metadata." + name));
    }

    /** The metadata, once it is known to mirror the state: the rest of this room relies on that. */
    private static JsonNode stamps(JsonNode state, JsonNode metadata, String path) {
        if (state instanceof ObjectNode object) {
            return objectStamps(object, metadata, path);
        }
        if (state instanceof ArrayNode array) {
            return arrayStamps(array, metadata, path);
        }
        return Stamp.at(whole(metadata.path("timestamp"), path + ".timestamp")).node();
    }

    private static ObjectNode objectStamps(ObjectNode state, JsonNode metadata, String path) {
        ObjectNode stamps = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : state.properties()) {
            String name = member.getKey();
            stamps.set(name, stamps(member.getValue(), metadata.path(name), path + "." + name));
        }
        return stamps;
    }

    private static ArrayNode arrayStamps(ArrayNode state, JsonNode metadata, String path) {
        ArrayNode stamps = JsonNodeFactory.instance.arrayNode(state.size());
        for (int i = 0; i < state.size(); i++) {
            stamps.add(stamps(state.get(i), metadata.path(i), path + "[" + i + "]"));
        }
        return stamps;
    }

    private static long whole(JsonNode node, String path) {
        if (!node.canConvertToLong()
                || !node.isIntegralNumber()
                || node.longValue() < 0
                || node.longValue() > MAX_WHOLE) {
            throw damaged(path, "a whole number from 0 to " + MAX_WHOLE);
        }
        return node.longValue();
    }

    private static IllegalArgumentException damaged(String path, String expected) {
        return new IllegalArgumentException("Stored shadow is damaged: " + path + " must be " + expected
                + ". Restore the record from a copy or remove it.");
    }
}
