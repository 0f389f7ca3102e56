package io.mainswatch.localaws.identity;

/**
 * How a certificate has come into the books.
 *
 * @param ca the id of the CA certificate with which it was registered, or null; that may be deleted by now
 */
record Origin(Mode mode, String ca) {

    /** Signed by our own authority. */
    static final Origin OURS = new Origin(Mode.DEFAULT, null);

    /** Registered without its CA. */
    static final Origin WITHOUT_CA = new Origin(Mode.SNI_ONLY, null);

    /** As the model of AWS has it: a certificate has the mode of its CA. */
    static Origin of(CaCertificate ca) {
        return new Origin(ca.mode(), ca.id());
    }
}
