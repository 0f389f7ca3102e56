package io.mainswatch.shadow;

import java.util.Optional;

/** Ends the work on a request; the texts are those AWS was seen to send or, failing that, those of its error table. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    private RefusedException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static RefusedException badRequest(String message) {
        return new RefusedException(400, message);
    }

    static RefusedException invalidJson() {
        return badRequest("Payload contains invalid json");
    }

    static RefusedException noSuchShadow(ShadowName name) {
        return new RefusedException(404, "No shadow exists with name: '" + name + "'");
    }

    static RefusedException versionConflict() {
        return new RefusedException(409, "Version conflict");
    }

    static RefusedException requestTooLarge() {
        return new RefusedException(413, "The payload exceeds the maximum size allowed");
    }

    /** The two blanks are AWS's. */
    static RefusedException documentTooLarge(int bytes, int maxBytes) {
        return new RefusedException(413, "Json document too large.  Size is " + bytes + ", max allowed: " + maxBytes);
    }

    Rejected toRejected(Optional<String> clientToken) {
        return new Rejected(code, getMessage(), clientToken);
    }
}
