package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A refused request; it has changed nothing.
 *
 * @param code 400, 404, 409 or 413, an HTTP status too
 * @param message AWS's text for it
 * @param clientToken the request's, if it could be read and is one that AWS takes
 */
public record Rejected(int code, String message, Optional<String> clientToken)
        implements UpdateOutcome, GetOutcome, DeleteOutcome {

    /** For the topic {@code rejected}. Without a timestamp, as none was seen from AWS. */
    public Payload body() {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        clientToken.ifPresent(token -> body.put("clientToken", token));
        return new Payload(body);
    }
}
