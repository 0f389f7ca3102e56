package io.mainswatch.cloud.notification;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Bean {@code mailFacts}: puts the facts of a notification into the form in which templates print them. */
public final class MailFactsReader {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'at' HH:mm:ss z", Locale.ENGLISH);

    private final String publicUrl;

    /** @param publicUrl where owners find Mainswatch, or null */
    public MailFactsReader(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Reads the row of {@code claim-notification.sql}. */
    public MailFacts of(Map<String, Object> row) {
        ZoneId zone = zone((String) row.get("zone"));
        return new MailFacts(
                (String) row.get("kind"),
                (String) row.get("site"),
                (String) row.get("thing"),
                (String) row.get("input"),
                (String) row.get("level"),
                time(row.get("occurred_at"), zone),
                span(row.get("uncertainty_ms")),
                time(row.get("earliest"), zone),
                time(row.get("latest"), zone),
                time(row.get("received_at"), zone),
                span(row.get("outage_ms")),
                (Long) row.get("missing"),
                (Integer) row.get("dips"),
                (String) row.get("recipient"),
                publicUrl);
    }

    private static String span(Object millis) {
        return millis == null ? null : Span.inWords(Duration.ofMillis((Long) millis));
    }

    /** With the zone's short name, which readers know, and its full one, which says where. */
    private static String time(Object column, ZoneId zone) {
        if (column == null) {
            return null;
        }
        String text = TIME.format(((Timestamp) column).toInstant().atZone(zone));
        return zone.equals(ZoneOffset.UTC) || text.endsWith(" " + zone.getId())
                ? text
                : text + " (" + zone.getId() + ")";
    }

    /** A zone that this Java does not know must not hold up an alarm. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
