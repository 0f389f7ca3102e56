package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an account may send. A production account's figures are told but not enforced here, so that a load test of the
 * mailer measures the mailer; the sandbox's are, as is whom it may write to ("Request production access", SES developer
 * guide).
 */
final class SendingRules {

    private static final double SECOND = 1_000;

    private final boolean sandbox;
    private final Identities identities;
    private final Clock clock;

    /** Unix milliseconds, before which the next recipient is one too many. */
    private double nextFree;

    SendingRules(boolean sandbox, Identities identities, Clock clock) {
        this.sandbox = sandbox;
        this.identities = identities;
        this.clock = clock;
    }

    double maxPerDay() {
        return sandbox ? 200 : 50_000;
    }

    double maxPerSecond() {
        return sandbox ? 1 : 14;
    }

    /**
     * @param addresses the recipients' addresses alone
     * @throws AwsError if the sandbox does not let the mail out
     */
    void admit(String from, List<String> addresses) {
        if (sandbox) {
            requireVerified(from, addresses);
            keepRate(addresses.size());
        }
    }

    private void requireVerified(String from, List<String> addresses) {
        List<String> failed = Stream.concat(
                        Stream.of(Addresses.plain(from)),
                        addresses.stream().filter(address -> !MailboxSimulator.has(address)))
                .distinct()
                .filter(address -> !identities.covers(address))
                .toList();
        if (!failed.isEmpty()) {
            throw new AwsError(
                    400,
                    "MessageRejected",
                    "Email address is not verified. The following identities failed the check in region EU-WEST-1: "
                            + String.join(", ", failed));
        }
    }

    private synchronized void keepRate(int recipients) {
        long now = clock.millis();
        if (now < nextFree) {
            throw throttled();
        }
        nextFree = Math.max(nextFree, now) + recipients * SECOND / maxPerSecond();
    }

    /** To be asked in the transaction that stores the mail, so that no two take the last place. */
    void admitToDay(Sql sql, List<String> addresses, Instant now) throws SQLException {
        if (sandbox && SendingLog.lastDay(sql, now) + SendingLog.counted(addresses) > maxPerDay()) {
            throw quotaExceeded();
        }
    }

    static AwsError throttled() {
        return new AwsError(400, "Throttling", "Maximum sending rate exceeded.");
    }

    static AwsError quotaExceeded() {
        return new AwsError(400, "Throttling", "Daily message quota exceeded.");
    }

    static AwsError paused() {
        return new AwsError(
                400,
                "AccountSendingPausedException",
                "Email sending is disabled for your entire Amazon SES account. Enable it with"
                        + " UpdateAccountSendingEnabled.");
    }
}
