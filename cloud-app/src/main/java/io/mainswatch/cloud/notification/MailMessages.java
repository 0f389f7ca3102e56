package io.mainswatch.cloud.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Bean {@code mailMessages}: builds the MIME message of one mail to one owner, text and HTML. A line break or another
 * control character in a subject becomes a blank, so that no site name can add a header.
 */
public final class MailMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String SENDER = "Mainswatch";

    private final Session session = Session.getInstance(new Properties());
    private final String from;
    private final Optional<String> replyTo;
    private final Optional<String> publicUrl;
    private final Clock clock;

    public MailMessages(String from, Optional<String> replyTo, Optional<String> publicUrl, Clock clock) {
        this.from = from;
        this.replyTo = replyTo;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public MimeMessage compose(String recipient, String subject, String text, String html) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        if (replyTo.isPresent()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.get(), true)});
        }
        message.setSubject(oneLine(subject), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (publicUrl.isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + publicUrl.get() + ">");
        }
        message.setContent(alternatives(text, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(from, SENDER, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }

    /** The last part is the one that a client prefers, so HTML comes last. */
    private static MimeMultipart alternatives(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(plain);
        alternatives.addBodyPart(rich);
        return alternatives;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }
}
