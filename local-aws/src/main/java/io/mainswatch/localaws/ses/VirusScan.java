package io.mainswatch.localaws.ses;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Finds the one harmless "virus" by which the guide of SES tests its Reject event: the EICAR test file, in the body or an
 * attachment.
 */
final class VirusScan {

    /** Written in two parts, so that no scanner takes this program for infected. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private VirusScan() {}

    /** What cannot be decoded is not scanned. */
    static boolean finds(byte[] raw) {
        try {
            return isIn(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException | IOException e) {
            return false;
        }
    }

    private static boolean isIn(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                if (isIn(child)) {
                    return true;
                }
            }
            return false;
        }
        try (InputStream decoded = part.getInputStream()) {
            return new String(decoded.readAllBytes(), StandardCharsets.ISO_8859_1).contains(EICAR);
        }
    }
}
