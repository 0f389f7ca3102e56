package io.mainswatch.bench.path;

import static org.awaitility.Awaitility.await;

import io.mainswatch.acceptance.Mail;
import io.mainswatch.acceptance.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long an owner waits: from the change of the line to the moment SES has the mail, less the hold time that the
 * level must keep. Prints each mail's time and, at the end, median and 99th percentile in milliseconds.
 */
public final class ToggleToMail {

    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final String[] OWNERS = {"anna@example.com", "ben@example.com"};

    private ToggleToMail() {}

    /** @param arguments how often to toggle; 50 if absent */
    public static void main(String[] arguments) throws IOException {
        int toggles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Path folder = Files.createTempDirectory("mainswatch-bench");
        List<Long> waits = new ArrayList<>();
        try (RunningSystem system = new RunningSystem(folder, Map.of()).start("Bench", "UTC", OWNERS)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> reported(system).equals("on"));
            for (int i = 0; i < toggles; i++) {
                waits.addAll(toggle(system, i));
                System.out.println("toggle " + (i + 1) + ": " + waits.subList(i * OWNERS.length, waits.size()) + " ms");
            }
        }
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d toggles, %d mails; hold of %d ms taken off: median %d ms, p99 %d ms, longest %d ms%n",
                toggles,
                sorted.length,
                HOLD.toMillis(),
                percentile(sorted, 50),
                percentile(sorted, 99),
                LongStream.of(sorted).max().orElse(0));
    }

    private static List<Long> toggle(RunningSystem system, int number) {
        int before = number * OWNERS.length;
        Instant toggled = Instant.now();
        system.line(RunningSystem.POWER_LINE, number % 2 == 0 ? 0 : 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> system.console().mailCount() == before + OWNERS.length);
        List<Mail> mails = system.console().mails();
        return mails.subList(before, mails.size()).stream()
                .map(mail ->
                        Duration.between(toggled, mail.receivedAt()).minus(HOLD).toMillis())
                .toList();
    }

    /** The smallest value that at least so many in a hundred do not exceed. */
    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private static String reported(RunningSystem system) {
        return system.console()
                .thing(RunningSystem.THING)
                .at("/shadow/state/reported/status")
                .asText();
    }
}
