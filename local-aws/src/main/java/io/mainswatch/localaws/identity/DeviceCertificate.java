package io.mainswatch.localaws.identity;

import java.time.Instant;

/**
 * A certificate in the books.
 *
 * @param seq its place in the order of registration
 * @param id SHA-256 of its DER, in hexadecimal
 * @param mode DEFAULT if our authority has signed it, SNI_ONLY if it was registered without its CA
 */
record DeviceCertificate(
        long seq, String id, Status status, String mode, String pem, Instant createdAt, Instant modifiedAt) {

    static final String DEFAULT = "DEFAULT";
    static final String SNI_ONLY = "SNI_ONLY";

    String arn() {
        return Arns.certificate(id);
    }
}
