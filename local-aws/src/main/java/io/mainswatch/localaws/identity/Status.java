package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;

/** The states of a certificate that callers may set. */
enum Status {
    ACTIVE,
    INACTIVE,
    REVOKED;

    static Status active(boolean active) {
        return active ? ACTIVE : INACTIVE;
    }

    /** @param what the name of the field */
    static Status of(String what, String name) {
        for (Status status : values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw AwsError.invalidRequest(what + " '" + name + "': must be ACTIVE, INACTIVE or REVOKED");
    }
}
