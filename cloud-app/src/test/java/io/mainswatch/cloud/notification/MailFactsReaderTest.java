package io.mainswatch.cloud.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailFactsReaderTest {

    private final MailFactsReader reader = new MailFactsReader("https://power.example.org");

    @Test
    void timesAreTheSitesAndNameTheirZone() {
        assertThat(reader.of(row("Europe/Berlin")).when())
                .isEqualTo("Sunday, 23 November 2025 at 14:47:03 CET (Europe/Berlin)");
        assertThat(reader.of(row("America/New_York")).when())
                .isEqualTo("Sunday, 23 November 2025 at 08:47:03 EST (America/New_York)");
        assertThat(reader.of(row("UTC")).when()).isEqualTo("Sunday, 23 November 2025 at 13:47:03 UTC");
    }

    @Test
    void aZoneThatThisJavaDoesNotKnowHoldsUpNoAlarm() {
        assertThat(reader.of(row("Mars/Olympus_Mons")).when()).isEqualTo("Sunday, 23 November 2025 at 13:47:03 Z");
    }

    @Test
    void whatTheRowDoesNotKnowIsNull() {
        Map<String, Object> row = row("UTC");
        row.put("occurred_at", null);
        row.put("uncertainty_ms", null);
        row.put("latest", Timestamp.from(Instant.parse("2025-11-23T13:50:00Z")));

        assertThat(reader.of(row))
                .returns(null, MailFacts::when)
                .returns(null, MailFacts::uncertainty)
                .returns(null, MailFacts::earliest)
                .returns("Sunday, 23 November 2025 at 13:50:00 UTC", MailFacts::latest);
    }

    private static Map<String, Object> row(String zone) {
        Map<String, Object> row = new HashMap<>();
        row.put("kind", "POWER_LOST");
        row.put("site", "Cabin");
        row.put("zone", zone);
        row.put("occurred_at", Timestamp.from(Instant.parse("2025-11-23T13:47:03Z")));
        row.put("uncertainty_ms", 1000L);
        row.put("missing", 0L);
        row.put("dips", 0);
        row.put("recipient", "ann@example.org");
        return row;
    }
}
