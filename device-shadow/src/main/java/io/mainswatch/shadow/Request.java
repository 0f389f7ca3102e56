package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON of a request of any kind, or none, and the token by which its sender knows the replies. */
record Request(JsonNode json) {

    /** A request without content. */
    static final Request EMPTY = new Request(MissingNode.getInstance());

    private static final String CLIENT_TOKEN = "clientToken";
    private static final int MAX_TOKEN_BYTES = 64;

    static Request read(byte[] payload) throws RefusedException {
        if (payload.length > ShadowLimits.MAX_REQUEST_BYTES) {
            throw RefusedException.requestTooLarge();
        }
        return new Request(StrictJson.read(payload).orElseThrow(RefusedException::invalidJson));
    }

    /** {@link #EMPTY} where there is nothing to read. */
    static Request readIfPossible(byte[] payload) {
        return payload.length > ShadowLimits.MAX_REQUEST_BYTES
                ? EMPTY
                : StrictJson.read(payload).map(Request::new).orElse(EMPTY);
    }

    /** The token that replies carry: only one that AWS would take. */
    Optional<String> clientToken() {
        return Optional.ofNullable(json.path(CLIENT_TOKEN).textValue())
                .filter(token -> token.getBytes(StandardCharsets.UTF_8).length <= MAX_TOKEN_BYTES);
    }

    /** Contested: a token that is {@code null} counts as one that is no string. */
    void checkClientToken() throws RefusedException {
        if (json.has(CLIENT_TOKEN) && clientToken().isEmpty()) {
            throw RefusedException.badRequest("Invalid clientToken");
        }
    }
}
