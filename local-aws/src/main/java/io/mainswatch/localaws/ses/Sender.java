package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.MailFault;
import io.mainswatch.localaws.ses.Action.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that send. */
final class Sender {

    private final Admission admission;
    private final Fates fates;
    private final Outbox outbox;
    private final Runnable kept;
    private final Faults faults;
    private final Clock clock;

    /** @param kept is told after each mail that was kept */
    Sender(Admission admission, Fates fates, Outbox outbox, Runnable kept, Faults faults, Clock clock) {
        this.admission = admission;
        this.fates = fates;
        this.outbox = outbox;
        this.kept = kept;
        this.faults = faults;
        this.clock = clock;
    }

    Map<String, Action> actions() {
        return Map.of(
                "SendEmail", request -> send(MailWriter.compose(request, clock.instant())),
                "SendRawEmail", request -> send(MailWriter.take(request, clock.instant())));
    }

    private Answer send(Outgoing mail) {
        List<String> addresses = Addresses.plain(mail.to());
        admission.check(mail, addresses);
        Instant now = clock.instant();
        outbox.keep(mail, addresses, fates.plan(mail, addresses, now), now);
        kept.run();
        Optional<MailFault.Timeout> timeout = faults.strike(MailFault.Timeout.class, addresses);
        return timeout.isPresent()
                ? new Answer.Silence(timeout.get().delay())
                : new Answer.Result(Map.of("MessageId", mail.messageId()));
    }
}
