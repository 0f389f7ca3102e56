package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.ses.Happening.Bounce;
import io.mainswatch.localaws.ses.Happening.Complaint;
import io.mainswatch.localaws.ses.Happening.Delivery;
import java.util.List;
import java.util.function.Function;

/** What becomes of a mail at one of its recipients: one event, or two in this order. */
enum Fate {
    DELIVERED(address -> List.of(new Delivery(address))),
    /** Delivered, and an automatic reply comes back. */
    OUT_OF_OFFICE(address -> List.of(new Delivery(address), new Bounce(address, BounceReason.OUT_OF_OFFICE))),
    COMPLAINED(address -> List.of(new Delivery(address), new Complaint(address))),
    NO_MAILBOX(address -> List.of(new Bounce(address, BounceReason.NO_MAILBOX))),
    MAILBOX_FULL(address -> List.of(new Bounce(address, BounceReason.MAILBOX_FULL))),
    SUPPRESSED(address -> List.of(new Bounce(address, BounceReason.SUPPRESSED))),
    ON_ACCOUNT_LIST(address -> List.of(new Bounce(address, BounceReason.ON_ACCOUNT_LIST)));

    private final Function<String, List<Happening>> story;

    Fate(Function<String, List<Happening>> story) {
        this.story = story;
    }

    List<Happening> of(String address) {
        return story.apply(address);
    }
}
