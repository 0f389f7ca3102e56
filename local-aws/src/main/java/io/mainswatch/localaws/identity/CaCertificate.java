package io.mainswatch.localaws.identity;

import java.time.Instant;

/**
 * The certificate of an authority that a caller has registered.
 *
 * @param seq its place in the order of registration
 * @param id SHA-256 of its DER, in hexadecimal
 * @param status ACTIVE or INACTIVE; only with an active one are certificates registered
 * @param autoRegistration whether its certificates are registered when they first connect
 */
record CaCertificate(
        long seq,
        String id,
        Status status,
        Mode mode,
        boolean autoRegistration,
        String pem,
        Instant createdAt,
        Instant modifiedAt) {

    String arn() {
        return Arns.caCertificate(id);
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }
}
