package io.mainswatch.localaws.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import io.mainswatch.localaws.ses.SesProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

/** The mail service on a bad day, as a mailer sees it. */
class MailFaultsTest {

    private static final SesProbe PROBE = new SesProbe();

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension((builder, folder) -> builder.feedback(PROBE));

    private static SesClient ses;

    @BeforeAll
    static void connect() {
        ses = AwsClients.sesWithoutRetries(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new MailFault.Throttle(), "Throttling", "Maximum sending rate exceeded."),
                Arguments.of(new MailFault.Quota(), "Throttling", "Daily message quota exceeded."),
                Arguments.of(new MailFault.Paused(), "AccountSendingPausedException", "Email sending is disabled"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSendIsRefusedAsOftenAsArmedAndNothingIsKept(MailFault fault, String code, String message) {
        String address = fault.getClass().getSimpleName() + "@example.org";
        Arming armed = arm(FaultOrder.of(fault).only(address).times(1));

        assertThatThrownBy(() -> SesProbe.send(ses, address)).isInstanceOfSatisfying(SesException.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.awsErrorDetails().errorMessage()).startsWith(message);
        });
        assertThat(mailsTo(address)).isEmpty();
        assertThatCode(() -> SesProbe.send(ses, address)).doesNotThrowAnyException();
        assertThat(armed.struck()).isEqualTo(1);
        assertThat(armed.isArmed()).isFalse();
    }

    @Test
    void aMailIsTakenButTheCallerNeverHearsOfIt() {
        String address = "timeout@example.org";
        Arming timeout = arm(FaultOrder.of(new MailFault.Timeout(Duration.ofMillis(300)))
                .only(address)
                .times(1));
        long before = System.nanoTime();

        assertThatThrownBy(() -> SesProbe.send(ses, address)).isInstanceOf(SdkClientException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(mailsTo(address)).hasSize(1);
        PROBE.awaitEvents(address, "Send", "Delivery");
        assertThat(timeout.struck()).isEqualTo(1);
    }

    @Test
    void aMailArrivesLateAndTheSenderHearsOfTheDelay() {
        String address = "late@example.org";
        Arming late = arm(FaultOrder.of(new MailFault.Delay(Duration.ofMillis(500)))
                .only(address)
                .times(1));
        SesProbe.send(ses, address);

        List<ObjectNode> events = PROBE.awaitEvents(address, "Send", "DeliveryDelay", "Delivery");
        JsonNode delay = events.get(1).get("deliveryDelay");
        assertThat(delay.get("delayType").asText()).isEqualTo("TransientCommunicationFailure");
        assertThat(delay.at("/delayedRecipients/0/emailAddress").asText()).isEqualTo(address);
        assertThat(Duration.between(
                        Instant.parse(delay.get("timestamp").asText()),
                        Instant.parse(events.get(2).at("/delivery/timestamp").asText())))
                .isEqualTo(Duration.ofMillis(500));
        assertThat(late.struck()).isEqualTo(1);
    }

    static Stream<Arguments> bounces() {
        return Stream.of(
                Arguments.of(new MailFault.BouncePermanent(), "Permanent", "General"),
                Arguments.of(new MailFault.BounceTransient(), "Transient", "MailboxFull"),
                Arguments.of(new MailFault.Suppressed(), "Permanent", "OnAccountSuppressionList"));
    }

    @ParameterizedTest
    @MethodSource("bounces")
    void aMailComesBackAsOftenAsArmed(MailFault fault, String type, String subType) {
        String address = fault.getClass().getSimpleName() + "@example.org";
        Arming armed = arm(FaultOrder.of(fault).only(address).times(1));
        SesProbe.send(ses, address);

        JsonNode bounce = PROBE.awaitEvents(address, "Send", "Bounce").get(1).get("bounce");
        assertThat(bounce.get("bounceType").asText()).isEqualTo(type);
        assertThat(bounce.get("bounceSubType").asText()).isEqualTo(subType);
        SesProbe.send(ses, address);
        PROBE.awaitEvents(address, "Send", "Bounce", "Send", "Delivery");
        assertThat(armed.struck()).isEqualTo(1);
    }

    @Test
    void aReaderComplains() {
        String address = "angry@example.org";
        Arming complaint =
                arm(FaultOrder.of(new MailFault.Complaint()).only(address).times(1));
        SesProbe.send(ses, address);

        PROBE.awaitEvents(address, "Send", "Delivery", "Complaint");
        assertThat(complaint.struck()).isEqualTo(1);
    }

    private static Arming arm(FaultOrder order) {
        return LOCAL.aws().faults().arm(order);
    }

    private static List<JsonNode> mailsTo(String address) {
        JsonNode mails = new ConsoleClient(LOCAL.aws()).get("mails");
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> mail.at("/to/0").asText().equals(address))
                .toList();
    }
}
