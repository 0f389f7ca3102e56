package io.mainswatch.localaws.ses;

/**
 * How the mail service shall behave.
 *
 * @param sandbox whether the account is new: 200 mails in 24 hours, one a second, verified addresses only
 * @param inboxLimit how many mails the inbox keeps, 1 or more; the oldest go
 */
public record SesOptions(boolean sandbox, int inboxLimit) {

    /** An account out of the sandbox, and the last 10,000 mails. */
    public static final SesOptions DEFAULT = new SesOptions(false, 10_000);

    public SesOptions {
        if (inboxLimit < 1) {
            throw new IllegalArgumentException("inboxLimit " + inboxLimit + ": must be 1 or more");
        }
    }

    public SesOptions withSandbox(boolean on) {
        return new SesOptions(on, inboxLimit);
    }

    public SesOptions withInboxLimit(int mails) {
        return new SesOptions(sandbox, mails);
    }
}
