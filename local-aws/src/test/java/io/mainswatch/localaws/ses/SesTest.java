package io.mainswatch.localaws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.LocalAwsExtension;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

class SesTest {

    private static final String RAW = """
            From: =?UTF-8?Q?Caf=C3=A9?= <cafe@example.org>\r
            To: ada@example.org\r
            Bcc: secret@example.org\r
            Subject: =?UTF-8?Q?Strom_weg_=E2=80=93_Caf=C3=A9?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/alternative; boundary=x\r
            \r
            --x\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            Caf=C3=A9 ohne Strom\r
            --x\r
            Content-Type: text/html; charset=iso-8859-1\r
            Content-Transfer-Encoding: base64\r
            \r
            PGI+Q2Fm6TwvYj4=\r
            --x--\r
            """;

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static SesClient ses;

    private final ConsoleClient console = new ConsoleClient(LOCAL.aws());

    @BeforeAll
    static void connect() {
        ses = AwsClients.ses(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    @BeforeEach
    void emptyTheInbox() {
        console.delete("mails");
    }

    @Test
    void aComposedMailArrivesWithTextAndHtml() {
        String messageId = ses.sendEmail(r -> r.source("Mainswatch <power@example.org>")
                        .destination(d -> d.toAddresses("ada@example.org").bccAddresses("eve@example.org"))
                        .replyToAddresses("help@example.org")
                        .message(m -> m.subject(s -> s.data("Strom weg – Café"))
                                .body(b -> b.text(t -> t.data("plain")).html(h -> h.data("<b>bold</b>")))))
                .messageId();

        JsonNode mail = onlyMail();
        assertThat(mail.get("messageId").asText()).isEqualTo(messageId);
        assertThat(mail.get("from").asText()).isEqualTo("Mainswatch <power@example.org>");
        assertThat(mail.get("to")).extracting(JsonNode::asText).containsExactly("ada@example.org", "eve@example.org");
        assertThat(mail.get("subject").asText()).isEqualTo("Strom weg – Café");
        assertThat(mail.get("text").asText()).isEqualTo("plain");
        assertThat(mail.get("html").asText()).isEqualTo("<b>bold</b>");
        assertThat(header(mail, "Reply-To")).isEqualTo("help@example.org");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + messageId + "@eu-west-1.amazonses.com>");
    }

    @Test
    void aRawMailIsDecodedAndItsBlindCopyIsHidden() {
        ses.sendRawEmail(r -> r.rawMessage(m -> m.data(SdkBytes.fromUtf8String(RAW))));

        JsonNode mail = onlyMail();
        assertThat(mail.get("to"))
                .extracting(JsonNode::asText)
                .containsExactly("ada@example.org", "secret@example.org");
        assertThat(mail.get("subject").asText()).isEqualTo("Strom weg – Café");
        assertThat(mail.get("text").asText()).isEqualTo("Café ohne Strom");
        assertThat(mail.get("html").asText()).isEqualTo("<b>Café</b>");
        assertThat(header(mail, "From")).isEqualTo("Café <cafe@example.org>");
        assertThat(mail.get("raw").asText()).contains("--x--").doesNotContain("secret@example.org");
        assertThat(header(mail, "Date")).isNotEmpty();
    }

    @Test
    void theQuotaCountsRecipientsWhateverIsInTheInboxButNotTheSimulators() {
        double before = ses.getSendQuota().sentLast24Hours();
        send("ada@example.org", "Eve <eve@example.org>", "success+1@simulator.amazonses.com");
        console.delete("mails");

        assertThat(ses.getSendQuota().sentLast24Hours()).isEqualTo(before + 2);
        assertThat(ses.getSendQuota().maxSendRate()).isEqualTo(14);
        assertThat(ses.getSendQuota().max24HourSend()).isEqualTo(50_000);
    }

    @Test
    void aMailWithoutAGoodRecipientIsRefusedAndNotKept() {
        assertThatThrownBy(() -> send("nobody"))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("Missing final '@domain'");
        assertThatThrownBy(() -> send(
                        IntStream.range(0, 51).mapToObj(i -> i + "@example.org").toArray(String[]::new)))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("51");
        assertThat(console.get("mails")).isEmpty();
    }

    @Test
    void mailsAreListedNewestFirstUpToAMegabyteAndMore() {
        send("first@example.org");
        ses.sendEmail(r -> r.source("power@example.org")
                .destination(d -> d.toAddresses("second@example.org"))
                .message(m -> m.subject(s -> s.data("large")).body(b -> b.text(t -> t.data("x".repeat(2_000_000))))));

        assertThat(console.get("mails").findValuesAsText("subject")).containsExactly("large", "hello");
    }

    @Test
    void anActionThatIsNotKnownSaysWhatIs() {
        assertThatThrownBy(() -> ses.listTemplates())
                .isInstanceOf(SesException.class)
                .hasMessageContaining("does not know the action 'ListTemplates'. It knows Amazon SES (")
                .hasMessageContaining(" GetSendStatistics, ");
    }

    private static void send(String... to) {
        ses.sendEmail(r -> r.source("power@example.org")
                .destination(d -> d.toAddresses(to))
                .message(m -> m.subject(s -> s.data("hello")).body(b -> b.text(t -> t.data("hello")))));
    }

    private JsonNode onlyMail() {
        JsonNode mails = console.get("mails");
        assertThat(mails).hasSize(1);
        return console.get("mails/" + mails.get(0).get("id").asLong());
    }

    private static String header(JsonNode mail, String name) {
        for (JsonNode header : mail.get("headers")) {
            if (header.get("name").asText().equalsIgnoreCase(name)) {
                return header.get("value").asText();
            }
        }
        throw new AssertionError("No header " + name);
    }
}
