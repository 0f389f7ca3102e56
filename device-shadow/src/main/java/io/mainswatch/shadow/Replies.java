package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The messages that answer one accepted request, their members in the order in which AWS sends them.
 *
 * @param seconds the time of the request, Unix seconds
 * @param clientToken the request's; it goes into each message
 */
record Replies(long seconds, Optional<String> clientToken) {

    /** The request's state, nulls included, with a new stamp on all it names; not the stored document. */
    Payload updateAccepted(JsonNode requested, long version) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("state", requested);
        body.set("metadata", Stamp.at(seconds).on(requested));
        body.put("version", version);
        return end(body);
    }

    /** Contested: it is repeated by an update that changes nothing. */
    Optional<Payload> delta(ShadowDocument document) {
        Section delta = document.delta();
        if (delta.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("version", document.version());
        body.put("timestamp", seconds);
        body.set("state", delta.state());
        body.set("metadata", delta.metadata());
        return Optional.of(withToken(body));
    }

    /** Contested: after a deletion the previous document is null, as for a shadow that never was. */
    Payload documents(Optional<ShadowDocument> previous, ShadowDocument current) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("previous", previous.map(Replies::snapshot).orElse(null));
        body.set("current", snapshot(current));
        return end(body);
    }

    /** Contested: there is a delta in the state, but none in the metadata. */
    Payload getAccepted(ShadowDocument document) {
        ObjectNode body = snapshot(document);
        Section delta = document.delta();
        if (!delta.isEmpty()) {
            body.withObjectProperty("state").set("delta", delta.state());
        }
        return end(body);
    }

    Payload deleteAccepted(long version) {
        return end(JsonNodeFactory.instance.objectNode().put("version", version));
    }

    private static ObjectNode snapshot(ShadowDocument document) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.set("state", document.state());
        snapshot.set("metadata", document.metadata());
        return snapshot.put("version", document.version());
    }

    private Payload end(ObjectNode body) {
        return withToken(body.put("timestamp", seconds));
    }

    private Payload withToken(ObjectNode body) {
        clientToken.ifPresent(token -> body.put("clientToken", token));
        return new Payload(body);
    }
}
