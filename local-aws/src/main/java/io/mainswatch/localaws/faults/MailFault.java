package io.mainswatch.localaws.faults;

import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.Map;

/** Of the mail service, and of the mailboxes behind it. */
public sealed interface MailFault extends Fault {

    /** A send is refused: too many a second. */
    record Throttle() implements MailFault {}

    /** A send is refused: too many in 24 hours. */
    record Quota() implements MailFault {}

    /** A send is refused: the account is paused. */
    record Paused() implements MailFault {}

    /**
     * The mail is taken, but the caller never hears of it.
     *
     * @param delay after which the connection closes
     */
    record Timeout(Duration delay) implements MailFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("delay", Durations.format(delay));
        }
    }

    /** The mail reaches its mailbox late. */
    record Delay(Duration delay) implements MailFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("delay", Durations.format(delay));
        }
    }

    /** The mailbox is full. */
    record BounceTransient() implements MailFault {}

    /** There is no such mailbox. */
    record BouncePermanent() implements MailFault {}

    /** The mail is delivered, and its reader calls it spam. */
    record Complaint() implements MailFault {}

    /** The address is on the account's suppression list. */
    record Suppressed() implements MailFault {}
}
