package io.mainswatch.localaws.ses;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a reader sees of a mail.
 *
 * @param headers in their order, decoded
 * @param text the plain text, if it has one
 * @param html the HTML, if it has one; as the sender wrote it, so not to be trusted
 */
public record MailContent(List<Field> headers, Optional<String> text, Optional<String> html) {

    /** A header. */
    public record Field(String name, String value) {}

    /** Reads a raw mail. What cannot be decoded is left out; the raw mail still has it. */
    public static MailContent of(byte[] raw) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            List<Field> headers = Collections.list(mail.getAllHeaders()).stream()
                    .map(MailContent::field)
                    .toList();
            return new MailContent(headers, find(mail, "text/plain"), find(mail, "text/html"));
        } catch (MessagingException | IOException e) {
            String complaint = "This mail cannot be decoded (" + e.getMessage() + "). Look at the raw mail.";
            return new MailContent(List.of(), Optional.of(complaint), Optional.empty());
        }
    }

    private static Field field(Header header) {
        String value = MimeUtility.unfold(header.getValue());
        try {
            return new Field(header.getName(), MimeUtility.decodeText(value));
        } catch (IOException e) {
            return new Field(header.getName(), value);
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> found = find(child, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
