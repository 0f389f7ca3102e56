package io.mainswatch.acceptance;

import static io.mainswatch.acceptance.RunningSystem.POWER_LINE;
import static io.mainswatch.acceptance.RunningSystem.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from the line to the mail, through three real processes. */
class PullThePlugIT {

    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = new RunningSystem(folder, Map.of())
                .start("Cabin & Söns <b>", ZONE.getId(), "anna@example.com", "ben@example.com");
        await("the first report")
                .atMost(Duration.ofSeconds(30))
                .until(() -> reported().equals("on"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void eachOwnerHasOneTrueMailSoonAfterThePlugIsPulledAndOneWhenItIsBack() {
        Instant pulled = Instant.now();
        system.line(POWER_LINE, 0);

        List<Mail> lost = mails(2);
        assertThat(lost).extracting(Mail::to).containsExactlyInAnyOrder("anna@example.com", "ben@example.com");
        assertThat(lost).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Power lost at Cabin & Söns <b>");
            assertThat(mail.text())
                    .contains("Cabin & Söns <b>")
                    .containsAnyOf(around(pulled))
                    .contains("Asia/Tokyo");
            assertThat(mail.html()).contains("Cabin &amp; Söns &lt;b&gt;").containsAnyOf(around(pulled));
            assertThat(Duration.between(pulled, mail.receivedAt())).isLessThan(HOLD.plusSeconds(3));
        });
        assertThat(reported()).isEqualTo("off");

        system.line(POWER_LINE, 1);
        List<Mail> back = mails(4).subList(2, 4);
        assertThat(back).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("Power is back at Cabin & Söns <b> after ");
            assertThat(mail.text()).containsPattern("\\d+ s");
        });
    }

    private static List<Mail> mails(int count) {
        await(count + " mails")
                .atMost(Duration.ofSeconds(20))
                .until(() -> system.console().mailCount() >= count);
        List<Mail> mails = system.console().mails();
        assertThat(mails).hasSize(count);
        return mails;
    }

    /** The time in the site's zone, give or take two seconds: the mail claims one, and a second is cut off twice. */
    private static String[] around(Instant time) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
        return IntStream.rangeClosed(-2, 2)
                .mapToObj(seconds -> clock.format(time.plusSeconds(seconds).atZone(ZONE)))
                .toArray(String[]::new);
    }

    private static String reported() {
        return system.console().thing(THING).at("/shadow/state/reported/status").asText();
    }
}
