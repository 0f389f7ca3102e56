package io.mainswatch.cloud.account;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * An address that SES can mail to: one plain address in ASCII ({@code name@example.org}), without display name, comment or
 * anything that could be read as a second address.
 */
public record EmailAddress(String text) {

    /** SES and RFC 5321: at most 254 characters. */
    private static final int LONGEST = 254;

    public EmailAddress {
        if (text.length() > LONGEST || !text.matches("[!-~&&[^,;:<>()\\[\\]\\\\\"]]+@[a-zA-Z0-9.-]+")) {
            throw new IllegalArgumentException(text + " is not a plain e-mail address such as name@example.org.");
        }
        try {
            new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(text + " is not an e-mail address: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
