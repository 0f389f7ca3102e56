package io.mainswatch.localaws.ses;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.SettableClock;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.MailFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ses.SesClient;

/** Events are on disk with their mail, so no end of the process takes one away. */
class FeedbackSurvivesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SesProbe probe = new SesProbe();

    @TempDir
    Path folder;

    @Test
    void whatIsStillToComeOfAMailComesInTheNextRunOfTheProcess() {
        try (LocalAws aws = start(probe);
                SesClient ses = AwsClients.ses(aws)) {
            aws.faults().arm(FaultOrder.of(new MailFault.Delay(Duration.ofHours(1))));
            SesProbe.send(ses, "ada@example.org");
            probe.awaitEvents("ada@example.org", "Send");
            new ConsoleClient(aws).delete("mails");
        }
        clock.forward(Duration.ofHours(2));
        try (LocalAws aws = start(probe)) {
            probe.awaitEvents("ada@example.org", "Send", "DeliveryDelay", "Delivery");
            assertThat(aws.faults().list()).isEmpty();
        }
    }

    @Test
    void anEventThatAListenerDoesNotTakeComesAgainAndNoneOvertakesIt() {
        AtomicInteger refusals = new AtomicInteger(1);
        FeedbackListener moody = event -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            probe.feedback(event);
        };
        try (LocalAws aws = start(moody);
                SesClient ses = AwsClients.ses(aws)) {
            SesProbe.send(ses, "ada@example.org");
            clock.forward(Duration.ofSeconds(5));

            probe.awaitEvents("ada@example.org", "Send", "Delivery");
            await().atMost(5, SECONDS)
                    .until(() ->
                            new ConsoleClient(aws).get("mails").at("/0/events").size() == 2);
        }
    }

    @Test
    void theInboxKeepsTheLatestMails() {
        try (LocalAws aws = LocalAws.builder()
                        .data(folder)
                        .freePorts()
                        .inboxLimit(2)
                        .feedback(probe)
                        .start();
                SesClient ses = AwsClients.ses(aws)) {
            for (String name : new String[] {"a", "b", "c"}) {
                SesProbe.send(ses, name + "@example.org");
            }

            assertThat(new ConsoleClient(aws).get("mails"))
                    .extracting(mail -> mail.at("/to/0").asText())
                    .containsExactly("c@example.org", "b@example.org");
            probe.awaitEvents("a@example.org", "Send", "Delivery");
        }
    }

    private LocalAws start(FeedbackListener listener) {
        return LocalAws.builder()
                .data(folder)
                .freePorts()
                .clock(clock)
                .feedback(listener)
                .start();
    }
}
