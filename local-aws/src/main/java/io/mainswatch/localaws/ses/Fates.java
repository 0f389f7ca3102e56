package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.MailFault;
import io.mainswatch.localaws.ses.Happening.DeliveryDelay;
import io.mainswatch.localaws.ses.Happening.Planned;
import io.mainswatch.localaws.ses.Happening.Reject;
import io.mainswatch.localaws.ses.Happening.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides, when a mail is taken, all that will become of it: by the simulator's addresses and the faults that strike. */
final class Fates {

    /** Delivery, and what follows on it, come a moment after the send, as they do on AWS. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    /** SES gives up after 14 hours. */
    private static final Duration PATIENCE = Duration.ofHours(14);

    private final Faults faults;

    Fates(Faults faults) {
        this.faults = faults;
    }

    /** @param addresses the recipients' addresses alone */
    List<Planned> plan(Outgoing mail, List<String> addresses, Instant now) {
        List<Planned> plan = new ArrayList<>();
        plan.add(new Planned(new Send(), now));
        if (VirusScan.finds(mail.raw())) {
            plan.add(new Planned(new Reject("Bad content"), now.plus(MOMENT)));
        } else {
            addresses.forEach(address -> plan(address, now, plan));
        }
        return plan;
    }

    private void plan(String address, Instant now, List<Planned> plan) {
        Instant at = now.plus(MOMENT);
        Optional<MailFault.Delay> late = faults.strike(MailFault.Delay.class, address);
        if (late.isPresent()) {
            plan.add(new Planned(new DeliveryDelay(address, now.plus(PATIENCE)), at));
            at = at.plus(late.get().delay());
        }
        for (Happening next : fate(address).of(address)) {
            plan.add(new Planned(next, at));
            at = at.plus(MOMENT);
        }
    }

    private Fate fate(String address) {
        if (MailboxSimulator.has(address)) {
            return MailboxSimulator.fate(address);
        }
        if (faults.strike(MailFault.Suppressed.class, address).isPresent()) {
            return Fate.ON_ACCOUNT_LIST;
        }
        if (faults.strike(MailFault.BouncePermanent.class, address).isPresent()) {
            return Fate.NO_MAILBOX;
        }
        if (faults.strike(MailFault.BounceTransient.class, address).isPresent()) {
            return Fate.MAILBOX_FULL;
        }
        return faults.strike(MailFault.Complaint.class, address).isPresent() ? Fate.COMPLAINED : Fate.DELIVERED;
    }
}
