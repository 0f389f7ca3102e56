package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;

/** AWS's modes of certificates. Here they change nothing in how a client connects. */
enum Mode {
    /** Signed by our own authority, or by a CA whose owner has shown that he has its key. */
    DEFAULT,
    /** Taken without that. On AWS such a client has to name the server in its handshake. */
    SNI_ONLY;

    /** @param name null: the mode that is the default */
    static Mode of(String name) {
        for (Mode mode : values()) {
            if (name == null || mode.name().equals(name)) {
                return mode;
            }
        }
        throw AwsError.invalidRequest("certificateMode '" + name + "': must be DEFAULT or SNI_ONLY");
    }
}
