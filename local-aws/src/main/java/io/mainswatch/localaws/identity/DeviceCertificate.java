package io.mainswatch.localaws.identity;

import java.time.Instant;

/**
 * A certificate in the books.
 *
 * @param seq its place in the order of registration
 * @param id SHA-256 of its DER, in hexadecimal
 */
record DeviceCertificate(
        long seq, String id, Status status, Origin origin, String pem, Instant createdAt, Instant modifiedAt) {

    String arn() {
        return Arns.certificate(id);
    }
}
