package io.mainswatch.localaws.ses;

import java.util.Optional;

/** Why a mail came back, in the words of SES's bounce events. */
enum BounceReason {
    /** There is no such mailbox. */
    NO_MAILBOX("Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown"),
    /** The mailbox is full. */
    MAILBOX_FULL("Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 The mailbox is over quota"),
    /** Not a bounce, but SES tells of an automatic reply as if it were. */
    OUT_OF_OFFICE("Transient", "General", null, null),
    /** On the suppression list of all customers of SES. */
    SUPPRESSED(
            "Permanent",
            "Suppressed",
            "5.1.1",
            "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid"
                    + " address."),
    /** On the account's own suppression list. */
    ON_ACCOUNT_LIST(
            "Permanent",
            "OnAccountSuppressionList",
            "5.1.1",
            "Amazon SES did not send the message to this address because it is on the suppression list for your"
                    + " account.");

    private final String type;
    private final String subType;
    private final String status;
    private final String diagnosticCode;

    BounceReason(String type, String subType, String status, String diagnosticCode) {
        this.type = type;
        this.subType = subType;
        this.status = status;
        this.diagnosticCode = diagnosticCode;
    }

    String type() {
        return type;
    }

    String subType() {
        return subType;
    }

    /** The enhanced status code of RFC 3463. */
    Optional<String> status() {
        return Optional.ofNullable(status);
    }

    Optional<String> diagnosticCode() {
        return Optional.ofNullable(diagnosticCode);
    }

    /** Whether it counts against the sender's name; a mail that the account itself held back does not. */
    boolean isCounted() {
        return this != ON_ACCOUNT_LIST && this != OUT_OF_OFFICE;
    }
}
