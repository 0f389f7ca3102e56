package io.mainswatch.localaws.ses;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/** What becomes of a mail, as SES publishes it. */
class FeedbackTest {

    private static final SesProbe PROBE = new SesProbe();

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension((builder, folder) -> builder.feedback(PROBE));

    private static SesClient ses;

    @BeforeAll
    static void connect() {
        ses = AwsClients.ses(LOCAL.aws());
        ses.createConfigurationSet(r -> r.configurationSet(s -> s.name("alarms")));
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    @Test
    void aMailIsSentAndThenDelivered() {
        Instant before = Instant.now();
        String id = SesProbe.send(
                ses,
                "Ada <ada@example.org>",
                mail -> mail.configurationSetName("alarms")
                        .tags(MessageTag.builder().name("site").value("north").build()));

        List<ObjectNode> events = PROBE.awaitEvents("Ada <ada@example.org>", "Send", "Delivery");
        JsonNode mail = events.get(1).get("mail");
        JsonNode delivery = events.get(1).get("delivery");
        assertThat(events.get(0).get("send")).isEmpty();
        assertThat(mail.get("messageId").asText()).isEqualTo(id);
        assertThat(mail.get("source").asText()).isEqualTo("Power <power@example.org>");
        assertThat(Instant.parse(mail.get("timestamp").asText()))
                .isBetween(before.minusMillis(1), before.plusSeconds(30));
        assertThat(mail.at("/tags/ses:configuration-set/0").asText()).isEqualTo("alarms");
        assertThat(mail.at("/tags/ses:from-domain/0").asText()).isEqualTo("example.org");
        assertThat(mail.at("/tags/site/0").asText()).isEqualTo("north");
        assertThat(mail.at("/commonHeaders/subject").asText()).isEqualTo("hello");
        assertThat(mail.get("headers").findValuesAsText("name")).contains("From", "To", "Subject", "Message-ID");
        assertThat(delivery.at("/recipients/0").asText()).isEqualTo("ada@example.org");
        assertThat(Instant.parse(delivery.get("timestamp").asText()))
                .isAfter(Instant.parse(mail.get("timestamp").asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "bounce+1@simulator.amazonses.com, Permanent, General, 5.1.1, smtp; 550 5.1.1 user unknown",
        "suppressionlist+1@simulator.amazonses.com, Permanent, Suppressed, 5.1.1, Amazon SES has suppressed",
    })
    void theSimulatorsBouncesComeInPlaceOfADelivery(
            String address, String type, String subType, String status, String diagnosis) {
        SesProbe.send(ses, address);

        JsonNode bounce = PROBE.awaitEvents(address, "Send", "Bounce").get(1).get("bounce");
        JsonNode recipient = bounce.at("/bouncedRecipients/0");
        assertThat(bounce.get("bounceType").asText()).isEqualTo(type);
        assertThat(bounce.get("bounceSubType").asText()).isEqualTo(subType);
        assertThat(bounce.get("feedbackId").asText()).isNotEmpty();
        assertThat(recipient.get("emailAddress").asText()).isEqualTo(address);
        assertThat(recipient.get("action").asText()).isEqualTo("failed");
        assertThat(recipient.get("status").asText()).isEqualTo(status);
        assertThat(recipient.get("diagnosticCode").asText()).startsWith(diagnosis);
    }

    @Test
    void theSimulatorsReaderComplainsAfterTheDelivery() {
        String address = "complaint+1@simulator.amazonses.com";
        SesProbe.send(ses, address);

        JsonNode complaint = PROBE.awaitEvents(address, "Send", "Delivery", "Complaint")
                .get(2)
                .get("complaint");
        assertThat(complaint.at("/complainedRecipients/0/emailAddress").asText())
                .isEqualTo(address);
        assertThat(complaint.get("complaintFeedbackType").asText()).isEqualTo("abuse");
    }

    @Test
    void anOutOfOfficeReplyLooksLikeATransientBounceAfterTheDelivery() {
        String address = "ooto+1@simulator.amazonses.com";
        SesProbe.send(ses, address);

        JsonNode bounce =
                PROBE.awaitEvents(address, "Send", "Delivery", "Bounce").get(2).get("bounce");
        assertThat(bounce.get("bounceType").asText()).isEqualTo("Transient");
        assertThat(bounce.at("/bouncedRecipients/0").has("status")).isFalse();
    }

    @Test
    void theSimulatorsSuccessIsADelivery() {
        SesProbe.send(ses, "success@simulator.amazonses.com");

        PROBE.awaitEvents("success@simulator.amazonses.com", "Send", "Delivery");
    }

    @Test
    void aMailWithAVirusIsTakenAndThenRejected() {
        ses.sendEmail(mail -> mail.source("power@example.org")
                .destination(d -> d.toAddresses("careful@example.org"))
                .message(m -> m.subject(s -> s.data("look"))
                        .body(b -> b.text(t -> t.data(SesProbe.VIRUS)).html(h -> h.data("<p>look</p>")))));

        JsonNode reject =
                PROBE.awaitEvents("careful@example.org", "Send", "Reject").get(1);
        assertThat(reject.at("/reject/reason").asText()).isEqualTo("Bad content");
    }

    @Test
    void aRawMailBringsItsSetAndTagsInHeaders() {
        String raw = """
                From: power@example.org\r
                To: raw@example.org\r
                Subject: raw\r
                X-SES-CONFIGURATION-SET: alarms\r
                X-SES-MESSAGE-TAGS: incident=42, kind=power-off\r
                \r
                text\r
                """;
        ses.sendRawEmail(r -> r.rawMessage(m -> m.data(SdkBytes.fromUtf8String(raw))));

        JsonNode tags =
                PROBE.awaitEvents("raw@example.org", "Send", "Delivery").get(0).at("/mail/tags");
        assertThat(tags.at("/ses:configuration-set/0").asText()).isEqualTo("alarms");
        assertThat(tags.at("/incident/0").asText()).isEqualTo("42");
        assertThat(tags.at("/kind/0").asText()).isEqualTo("power-off");
    }

    @Test
    void eachRecipientHasItsOwnFate() {
        ses.sendEmail(mail -> mail.source("power@example.org")
                .destination(d -> d.toAddresses("one@example.org").ccAddresses("bounce+2@simulator.amazonses.com"))
                .message(m -> m.subject(s -> s.data("both")).body(b -> b.text(t -> t.data("both")))));

        List<ObjectNode> events = PROBE.awaitEvents("one@example.org", "Send", "Delivery", "Bounce");
        assertThat(events.get(1).at("/delivery/recipients")).hasSize(1);
        assertThat(events.get(2).at("/bounce/bouncedRecipients/0/emailAddress").asText())
                .isEqualTo("bounce+2@simulator.amazonses.com");
    }

    @Test
    void theConsoleShowsWhatBecameOfAMail() {
        String id = SesProbe.send(ses, "shown@example.org");
        PROBE.awaitEvents("shown@example.org", "Send", "Delivery");

        await().atMost(5, SECONDS).untilAsserted(() -> {
            JsonNode mail = mail(id);
            assertThat(mail.get("events").findValuesAsText("type")).containsExactly("Send", "Delivery");
            assertThat(mail.at("/events/1/recipients/0").asText()).isEqualTo("shown@example.org");
        });
    }

    private static JsonNode mail(String messageId) {
        ConsoleClient console = new ConsoleClient(LOCAL.aws());
        for (JsonNode mail : console.get("mails")) {
            JsonNode whole = console.get("mails/" + mail.get("id").asLong());
            if (whole.get("messageId").asText().equals(messageId)) {
                return whole;
            }
        }
        throw new AssertionError("No mail " + messageId);
    }
}
