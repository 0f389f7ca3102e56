package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a mail of a SendEmail or SendRawEmail request, as SES would send it. */
final class MailWriter {

    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailWriter() {}

    /** From subject, text and HTML. */
    static Outgoing compose(QueryRequest request, Instant now) {
        String from = request.required("Source");
        List<String> to = request.members("Destination.ToAddresses");
        List<String> cc = request.members("Destination.CcAddresses");
        List<String> bcc = request.members("Destination.BccAddresses");
        try {
            MimeMessage mail = new MimeMessage(SESSION);
            mail.setFrom(address(from));
            mail.setRecipients(RecipientType.TO, addresses(to));
            mail.setRecipients(RecipientType.CC, addresses(cc));
            mail.setReplyTo(addresses(request.members("ReplyToAddresses")));
            mail.setSubject(request.text("Message.Subject.Data").orElse(""), StandardCharsets.UTF_8.name());
            setBody(mail, request.text("Message.Body.Text.Data"), request.text("Message.Body.Html.Data"));
            mail.saveChanges();
            List<String> all = Stream.of(to, cc, bcc).flatMap(List::stream).toList();
            return send(mail, from, all, Labels.of(request), now);
        } catch (MessagingException | IOException e) {
            throw invalid(e.getMessage());
        }
    }

    /** From a whole mail. */
    static Outgoing take(QueryRequest request, Instant now) {
        byte[] raw = decode(request.required("RawMessage.Data"));
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            String from = request.text("Source").or(() -> sender(mail)).orElse("");
            List<String> to = request.members("Destinations");
            return send(mail, from, to.isEmpty() ? allRecipients(mail) : to, Labels.of(request, mail), now);
        } catch (MessagingException | IOException e) {
            throw invalid(e.getMessage());
        }
    }

    /** SES sets the Message-ID and, if it is missing, the date, and hides the blind copies. */
    private static Outgoing send(MimeMessage mail, String from, List<String> to, Labels labels, Instant now)
            throws MessagingException, IOException {
        address(from);
        addresses(to);
        if (to.isEmpty() || to.size() > MAX_RECIPIENTS) {
            throw invalid("Recipient count is " + to.size() + ", must be from 1 to " + MAX_RECIPIENTS);
        }
        String id = "%016x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
        mail.setHeader("Message-ID", "<" + id + "@eu-west-1.amazonses.com>");
        if (mail.getSentDate() == null) {
            mail.setSentDate(Date.from(now));
        }
        mail.removeHeader("Bcc");
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        if (raw.size() > MAX_BYTES) {
            throw invalid("Message length is more than " + MAX_BYTES + " bytes long: " + raw.size());
        }
        String subject = Optional.ofNullable(mail.getSubject()).orElse("");
        return new Outgoing(id, from, to, subject, raw.toByteArray(), labels);
    }

    private static void setBody(MimeMessage mail, Optional<String> text, Optional<String> html)
            throws MessagingException {
        if (html.isEmpty()) {
            mail.setText(text.orElseThrow(() -> invalid("Message.Body needs Text or Html")), "UTF-8");
        } else if (text.isEmpty()) {
            mail.setText(html.get(), "UTF-8", "html");
        } else {
            MimeBodyPart textPart = new MimeBodyPart();
            textPart.setText(text.get(), "UTF-8");
            MimeBodyPart htmlPart = new MimeBodyPart();
            htmlPart.setText(html.get(), "UTF-8", "html");
            mail.setContent(new MimeMultipart("alternative", textPart, htmlPart));
        }
    }

    private static Optional<String> sender(MimeMessage mail) {
        try {
            return Optional.ofNullable(mail.getFrom()).map(from -> from[0].toString());
        } catch (MessagingException e) {
            throw invalid("From header: " + e.getMessage());
        }
    }

    private static List<String> allRecipients(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getAllRecipients()).stream()
                .flatMap(Arrays::stream)
                .map(recipient -> ((InternetAddress) recipient).getAddress())
                .toList();
    }

    private static InternetAddress[] addresses(List<String> texts) throws AddressException {
        InternetAddress[] addresses = new InternetAddress[texts.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = address(texts.get(i));
        }
        return addresses;
    }

    private static InternetAddress address(String text) throws AddressException {
        InternetAddress address = new InternetAddress(text, true);
        if (!address.getAddress().contains("@")) {
            throw invalid("Missing final '@domain'");
        }
        return address;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw invalid("RawMessage.Data is not base64");
        }
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterValue", message);
    }
}
