package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import java.util.List;

/** The states of certificates. */
enum Status {
    ACTIVE,
    INACTIVE,
    REVOKED,
    /** Registered when it first connected, and not looked at by anybody since. */
    PENDING_ACTIVATION;

    /** Which callers may give a certificate. */
    static final List<Status> GIVEN = List.of(ACTIVE, INACTIVE, REVOKED);

    /** Which callers may give a CA certificate. */
    static final List<Status> OF_A_CA = List.of(ACTIVE, INACTIVE);

    static Status active(boolean active) {
        return active ? ACTIVE : INACTIVE;
    }

    /**
     * The state with the name.
     *
     * @param what the name of the field
     */
    static Status of(String what, String name, List<Status> allowed) {
        return allowed.stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AwsError.invalidRequest(what + " '" + name + "': must be " + names(allowed)));
    }

    private static String names(List<Status> allowed) {
        String all = String.join(", ", allowed.stream().map(Status::name).toList());
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
