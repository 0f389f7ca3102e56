package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * A message of the service, with its members in AWS's order. Immutable: it shares trees with the stored document, so it
 * hands out copies only.
 */
public final class Payload {

    private final ObjectNode json;

    Payload(ObjectNode json) {
        this.json = json;
    }

    /** The message as it goes over the wire: compact JSON in UTF-8. */
    public byte[] bytes() {
        return StrictJson.write(json);
    }

    /** A copy of the message as a tree. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && json.equals(payload.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The text that {@link #bytes} encodes. */
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
