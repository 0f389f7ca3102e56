package io.mainswatch.acceptance;

import static io.mainswatch.acceptance.RunningSystem.POWER_LINE;
import static io.mainswatch.acceptance.RunningSystem.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.acceptance.trouble.ShiftedClock;
import io.mainswatch.acceptance.trouble.Trouble;
import io.mainswatch.acceptance.trouble.Troublemaker;
import io.mainswatch.edge.Relay;
import io.mainswatch.edge.journal.SmallVolume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The level changes again and again while everything around the edge goes wrong, and the edge itself is killed. What has
 * held is in the cloud afterwards: each change once, in order, with its right time.
 *
 * <p>{@code -Pfaults} for 1,000 changes; docs/reliability.md has the result.
 */
class EdgeFaultsIT {

    private static final int CHANGES = Integer.getInteger("changes", 50);

    /** AWS stamps to the second, and the cloud takes the middle of it. */
    private static final Duration STAMP = Duration.ofMillis(1_500);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Random random = new Random(20261124);
    private SmallVolume volume;
    private Optional<ShiftedClock> clock = Optional.empty();
    private RunningSystem system;
    private Relay link;
    private EdgeJournal journal;

    @BeforeEach
    void start() throws Exception {
        int entry = Installation.freePort();
        Path disk = folder.resolve("disk");
        volume = new SmallVolume(Files.createDirectories(disk), 16);
        clock = ShiftedClock.in(folder.resolve("clock"));
        journal = new EdgeJournal(disk.resolve("journal.db"));
        Map<String, String> edge = new HashMap<>(Map.of(
                "MAINSWATCH_PORT", Integer.toString(entry),
                "MAINSWATCH_JOURNAL", journal.file().toString(),
                "MAINSWATCH_INPUT_POWER_DEBOUNCE", "10ms",
                "MAINSWATCH_INPUT_POWER_HOLD", "100ms",
                "MAINSWATCH_INPUT_POWER_FLUTTER", "0"));
        clock.ifPresent(shifted -> edge.putAll(shifted.environment()));
        system = new RunningSystem(folder, edge);
        link = new Relay(ServerSocketFactory.getDefault(), entry, system.mqttPort());
        system.localAws().start();
        system.cloud().start();
        system.device(THING, system.account("Owners", "anna@example.com"), "Cabin", "Europe/Berlin");
        system.edge().start();
        await("the first event")
                .atMost(Duration.ofSeconds(60))
                .until(() -> system.events().size() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        system.close();
        link.close();
        volume.unmount();
    }

    @Test
    void whateverGoesWrongEachChangeIsOneEventInOrderAndTheShadowEndsAsTheLineIs() throws Exception {
        List<Held> changes = new ArrayList<>();
        Troublemaker inside = new Troublemaker(new Random(random.nextLong()), inside());
        Troublemaker outside = new Troublemaker(new Random(random.nextLong()), outside());
        for (int i = 1; i <= CHANGES; i++) {
            changes.add(change(i % 2 == 1 ? "off" : "on"));
        }
        Map<String, Integer> strikes = new TreeMap<>(inside.end());
        strikes.putAll(outside.end());

        await("every change in the cloud")
                .atMost(Duration.ofSeconds(180))
                .until(() -> system.events().size() >= CHANGES + 1);
        List<RunningSystem.EventRow> events = system.events();
        assertThat(events).extracting(RunningSystem.EventRow::seq).isEqualTo(numbers(CHANGES + 1));
        assertThat(events.subList(1, events.size()))
                .extracting(RunningSystem.EventRow::level)
                .isEqualTo(changes.stream().map(Held::level).toList());
        for (int i = 0; i < CHANGES; i++) {
            assertThat(events.get(i + 1).occurredAt())
                    .as("time of event %d", i + 2)
                    .isBetween(
                            changes.get(i).set().minus(STAMP),
                            changes.get(i).recorded().plus(STAMP));
        }
        assertThat(system.console()
                        .thing(THING)
                        .at("/shadow/state/reported/status")
                        .asText())
                .isEqualTo(changes.get(CHANGES - 1).level());
        System.out.println(CHANGES + " changes, none missing, none twice, under " + strikes);
    }

    /** Sets the level and waits until the journal has it, dead or alive; then a while passes, or none. */
    private Held change(String level) throws Exception {
        Instant set = Instant.now();
        system.line(POWER_LINE, level.equals("on") ? 1 : 0);
        await("the journal to have " + level)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> journal.newestLevel().equals(Optional.of(level)));
        return new Held(level, set, Instant.now());
    }

    private static List<Long> numbers(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** What befalls the device; one at a time, because what is only in memory dies with the process. */
    private List<Trouble> inside() {
        List<Trouble> troubles = new ArrayList<>();
        troubles.add(new Trouble("edge killed", chance -> {
            system.edge().kill();
            system.edge().start();
        }));
        clock.ifPresent(shifted -> troubles.add(new Trouble("clock jumped", chance -> {
            shifted.shift(Duration.ofMinutes(chance.below(1_000_000) - 500_000));
            chance.last(Duration.ofSeconds(3));
            shifted.shift(Duration.ZERO);
        })));
        troubles.add(new Trouble("disk full", chance -> {
            volume.fill();
            chance.last(Duration.ofSeconds(3));
            volume.empty();
        }));
        return troubles;
    }

    /** What befalls the network and AWS. */
    private List<Trouble> outside() {
        return List.of(
                new Trouble("link cut", chance -> link.cut()),
                new Trouble("link swallowing", chance -> {
                    link.swallow(true);
                    chance.last(Duration.ofSeconds(8));
                    link.swallow(false);
                }),
                new Trouble("broker stopped", chance -> {
                    system.aws().fault("broker-stop", "{\"for\":\"" + (1 + chance.below(3)) + "s\"}");
                    chance.last(Duration.ofSeconds(4));
                }),
                new Trouble("broker killed", chance -> {
                    system.localAws().kill();
                    system.localAws().start();
                }),
                new Trouble("PUBACK lost", chance -> {
                    system.aws().fault("puback-withhold", "{\"thing\":\"" + THING + "\",\"times\":1,\"for\":\"10s\"}");
                    chance.last(Duration.ofSeconds(4));
                }),
                new Trouble("update rejected", chance -> {
                    int code = chance.oneOf(List.of(409, 429, 500));
                    system.aws()
                            .fault(
                                    "shadow-reject",
                                    "{\"thing\":\"" + THING + "\",\"code\":" + code + ",\"times\":2,\"for\":\"10s\"}");
                    chance.last(Duration.ofSeconds(4));
                }));
    }

    /** A level that the line kept until the journal had it, by the right clock. */
    private record Held(String level, Instant set, Instant recorded) {}
}
