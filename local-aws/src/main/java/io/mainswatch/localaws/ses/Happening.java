package io.mainswatch.localaws.ses;

import java.time.Instant;
import java.util.List;

/** One thing that becomes of a mail, for one of its recipients or for all. The names are those of SES's event types. */
sealed interface Happening {

    /** SES's name for it. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Whom it concerns; empty for all recipients of the mail. */
    List<String> recipients();

    /** More to say to a reader; empty where there is nothing. */
    default String detail() {
        return "";
    }

    /** SES took the mail and will try to deliver it. */
    record Send() implements Happening {
        @Override
        public List<String> recipients() {
            return List.of();
        }
    }

    /** SES took the mail and found that it must not be delivered. */
    record Reject(String reason) implements Happening {
        @Override
        public List<String> recipients() {
            return List.of();
        }

        @Override
        public String detail() {
            return reason;
        }
    }

    /** The recipient's mail server took it. */
    record Delivery(String recipient) implements Happening {
        @Override
        public List<String> recipients() {
            return List.of(recipient);
        }
    }

    /** It came back. */
    record Bounce(String recipient, BounceReason reason) implements Happening {
        @Override
        public List<String> recipients() {
            return List.of(recipient);
        }

        @Override
        public String detail() {
            return reason.type() + "/" + reason.subType();
        }
    }

    /** Its reader called it spam. */
    record Complaint(String recipient) implements Happening {
        @Override
        public List<String> recipients() {
            return List.of(recipient);
        }
    }

    /** The recipient's mail server could not be reached; SES goes on trying. */
    record DeliveryDelay(String recipient, Instant expires) implements Happening {
        @Override
        public List<String> recipients() {
            return List.of(recipient);
        }
    }

    /** When it happens. */
    record Planned(Happening what, Instant at) {}
}
