package io.mainswatch.localaws.ses;

import java.util.Locale;

/**
 * SES's mailbox simulator: addresses that always have the same fate, with any label, {@code bounce+7@simulator.amazonses.com}
 * ("Using the mailbox simulator", SES developer guide). They count neither against the quota nor in the statistics.
 */
final class MailboxSimulator {

    private static final String DOMAIN = "@simulator.amazonses.com";

    private MailboxSimulator() {}

    static boolean has(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(DOMAIN);
    }

    /** The fate of one of its addresses; what it has no name for is delivered. */
    static Fate fate(String address) {
        String local = address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
        int label = local.indexOf('+');
        return switch (label < 0 ? local : local.substring(0, label)) {
            case "bounce" -> Fate.NO_MAILBOX;
            case "complaint" -> Fate.COMPLAINED;
            case "ooto" -> Fate.OUT_OF_OFFICE;
            case "suppressionlist" -> Fate.SUPPRESSED;
            default -> Fate.DELIVERED;
        };
    }
}
