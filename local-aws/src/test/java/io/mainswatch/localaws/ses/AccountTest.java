package io.mainswatch.localaws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.SettableClock;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.MailFault;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.AccountSendingPausedException;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SendDataPoint;
import software.amazon.awssdk.services.ses.model.SesException;

/** A new account, in SES's sandbox. */
class AccountTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @RegisterExtension
    static final LocalAwsExtension LOCAL =
            new LocalAwsExtension((builder, folder) -> builder.sesSandbox(true).clock(CLOCK));

    private static SesClient ses;

    @BeforeAll
    static void connect() {
        ses = AwsClients.sesWithoutRetries(LOCAL.aws());
        ses.verifyEmailIdentity(r -> r.emailAddress("power@example.org"));
        ses.verifyDomainIdentity(r -> r.domain("example.net"));
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    /** Nobody else's mails count. */
    @BeforeEach
    void nextDay() {
        CLOCK.forward(Duration.ofDays(15));
    }

    @Test
    void theSandboxHasItsOwnQuota() {
        assertThat(ses.getSendQuota().max24HourSend()).isEqualTo(200);
        assertThat(ses.getSendQuota().maxSendRate()).isEqualTo(1);
        assertThat(ses.getSendQuota().sentLast24Hours()).isZero();
    }

    @Test
    void whoIsNotVerifiedNeitherSendsNorReceives() {
        assertThatThrownBy(() -> SesProbe.send(ses, "Stranger <stranger@example.com>"))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining(
                        "Email address is not verified. The following identities failed the check in region"
                                + " EU-WEST-1: stranger@example.com");
        assertThatThrownBy(() -> SesProbe.send(ses, "ada@example.net", mail -> mail.source("me@example.com")))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("me@example.com");
    }

    @Test
    void aVerifiedDomainCoversItsAddressesAndThoseBelow() {
        assertThatCode(() -> SesProbe.send(ses, "ada@example.net")).doesNotThrowAnyException();
        CLOCK.forward(Duration.ofSeconds(1));
        assertThatCode(() -> SesProbe.send(ses, "ada@mail.example.net")).doesNotThrowAnyException();
        CLOCK.forward(Duration.ofSeconds(1));
        assertThatThrownBy(() -> SesProbe.send(ses, "ada@otherexample.net"))
                .isInstanceOf(MessageRejectedException.class);
    }

    @Test
    void oneMailASecondIsTheRate() {
        SesProbe.send(ses, "ada@example.net");

        assertThatThrownBy(() -> SesProbe.send(ses, "ada@example.net"))
                .isInstanceOfSatisfying(SesException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("Throttling");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Maximum sending rate exceeded.");
                });
        CLOCK.forward(Duration.ofSeconds(1));
        assertThatCode(() -> SesProbe.send(ses, "ada@example.net")).doesNotThrowAnyException();
    }

    @Test
    void twoHundredADayAreTheQuotaAndTheSimulatorDoesNotCount() {
        String[] fifty = new String[50];
        for (int i = 0; i < fifty.length; i++) {
            fifty[i] = "ada" + i + "@example.net";
        }
        for (int i = 0; i < 4; i++) {
            SesProbe.send(ses, "ada@example.net", mail -> mail.destination(d -> d.toAddresses(fifty)));
            CLOCK.forward(Duration.ofMinutes(1));
        }

        assertThat(ses.getSendQuota().sentLast24Hours()).isEqualTo(200);
        assertThatThrownBy(() -> SesProbe.send(ses, "ada@example.net"))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("Daily message quota exceeded.");
        CLOCK.forward(Duration.ofMinutes(1));
        assertThatCode(() -> SesProbe.send(ses, "success@simulator.amazonses.com"))
                .doesNotThrowAnyException();
        CLOCK.forward(Duration.ofDays(1));
        assertThatCode(() -> SesProbe.send(ses, "ada@example.net")).doesNotThrowAnyException();
    }

    @Test
    void anAccountThatIsSwitchedOffSendsNothingUntilItIsOnAgain() {
        ses.updateAccountSendingEnabled(r -> r.enabled(false));
        assertThat(ses.getAccountSendingEnabled().enabled()).isFalse();
        assertThatThrownBy(() -> SesProbe.send(ses, "ada@example.net"))
                .isInstanceOf(AccountSendingPausedException.class);

        ses.updateAccountSendingEnabled(r -> r.enabled(true));
        assertThat(ses.getAccountSendingEnabled().enabled()).isTrue();
        assertThatCode(() -> SesProbe.send(ses, "ada@example.net")).doesNotThrowAnyException();
    }

    @Test
    void theStatisticsHaveQuartersOfAnHour() {
        LOCAL.aws().faults().arm(FaultOrder.of(new MailFault.BouncePermanent()).times(1));
        SesProbe.send(ses, "ada@example.net");
        CLOCK.forward(Duration.ofMinutes(10));
        SesProbe.send(ses, "bounce@simulator.amazonses.com");
        LOCAL.aws().faults().arm(FaultOrder.of(new MailFault.Complaint()).times(1));
        CLOCK.forward(Duration.ofMinutes(10));
        SesProbe.send(ses, "ada@example.net");
        CLOCK.forward(Duration.ofMinutes(10));

        List<SendDataPoint> points = ses.getSendStatistics().sendDataPoints();
        assertThat(points).extracting(SendDataPoint::deliveryAttempts).containsExactly(1L, 1L);
        assertThat(points).extracting(SendDataPoint::bounces).containsExactly(1L, 0L);
        assertThat(points).extracting(SendDataPoint::complaints).containsExactly(0L, 1L);
        assertThat(points).extracting(SendDataPoint::rejects).containsExactly(0L, 0L);
        assertThat(Duration.between(points.get(0).timestamp(), points.get(1).timestamp()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aRejectedMailIsNoAttemptToDeliver() {
        SesProbe.send(
                ses,
                "ada@example.net",
                mail -> mail.message(m ->
                        m.subject(s -> s.data("look")).body(b -> b.text(t -> t.data(SesProbe.VIRUS)))));

        assertThat(ses.getSendStatistics().sendDataPoints()).singleElement().satisfies(point -> {
            assertThat(point.rejects()).isEqualTo(1);
            assertThat(point.deliveryAttempts()).isZero();
        });
    }
}
