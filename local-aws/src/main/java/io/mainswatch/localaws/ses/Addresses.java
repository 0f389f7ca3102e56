package io.mainswatch.localaws.ses;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;

/** Mail addresses as senders write them, {@code Ada <ada@example.org>}. */
final class Addresses {

    private Addresses() {}

    /** The address alone; the text itself where it is none. */
    static String plain(String text) {
        try {
            return new InternetAddress(text, false).getAddress();
        } catch (AddressException e) {
            return text;
        }
    }

    static List<String> plain(List<String> texts) {
        return texts.stream().map(Addresses::plain).toList();
    }

    static String domain(String address) {
        String plain = plain(address);
        return plain.substring(plain.lastIndexOf('@') + 1);
    }
}
