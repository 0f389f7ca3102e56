package io.mainswatch.cloud.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessagesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-23T13:47:05Z"), ZoneOffset.UTC);

    private final MailMessages messages = new MailMessages(
            "alarm@example.org", Optional.of("help@example.org"), Optional.of("https://power.example.org"), CLOCK);

    @Test
    void aMailHasTextAndHtmlAndSaysThatAMachineWroteIt() throws Exception {
        MimeMessage message =
                asReceived(messages.compose("ann@example.org", "Power lost at Söhne ⚡", "Text ✓", "<p>Html ✓</p>"));

        assertThat(message.getHeader("From", null)).isEqualTo("Mainswatch <alarm@example.org>");
        assertThat(message.getHeader("To", null)).isEqualTo("ann@example.org");
        assertThat(message.getHeader("Reply-To", null)).isEqualTo("help@example.org");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("List-Unsubscribe", null)).isEqualTo("<https://power.example.org>");
        assertThat(message.getSentDate()).isEqualTo("2025-11-23T13:47:05Z");
        assertThat(message.getSubject()).isEqualTo("Power lost at Söhne ⚡");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Text ✓");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Html ✓</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cabin\r\nBcc: eve@example.org",
                "Cabin\nBcc: eve@example.org",
                "Cabin\rBcc: eve@example.org",
                "Cabin\r\n\r\n<html>",
                "Cabin\u2028Bcc: eve@example.org",
                "Cäbin\r\nBcc: eve@example.org",
                "Cabin\0\u0007"
            })
    void noSubjectCanAddAHeaderOrABody(String subject) throws Exception {
        MimeMessage message = asReceived(messages.compose("ann@example.org", subject, "text", "<p>html</p>"));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(headerNames(message))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "Reply-To",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "List-Unsubscribe");
        assertThat(message.getSubject()).startsWith("C").doesNotContainPattern("[\\p{Cntrl}]");
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org, eve@example.org", "ann@example.org\r\nBcc: eve@example.org", "ann"})
    void aRecipientThatIsNotOneAddressIsRefused(String recipient) {
        assertThatThrownBy(() -> messages.compose(recipient, "s", "t", "h")).isInstanceOf(AddressException.class);
    }

    @Test
    void whatIsNotSetIsLeftOut() throws Exception {
        MimeMessage message =
                asReceived(new MailMessages("alarm@example.org", Optional.empty(), Optional.empty(), CLOCK)
                        .compose("ann@example.org", "s", "t", "h"));

        assertThat(headerNames(message)).doesNotContain("Reply-To", "List-Unsubscribe");
    }

    private static List<String> headerNames(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }

    private static MimeMessage asReceived(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        message.writeTo(wire);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray()));
    }
}
