package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.RetryNotice;
import io.mainswatch.edge.ShippedRoutes;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.line.Flutter;
import io.mainswatch.edge.line.HeldLevels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route from a held level to the journal as it is shipped. */
class JournalRouteTest {

    @TempDir
    Path folder;

    @Test
    void aLevelIsDatedBackToTheChangeAndTriedUntilTheDiskTakesIt() throws Exception {
        Clock wall = Clock.fixed(Instant.ofEpochMilli(1_763_905_625_120L), ZoneOffset.UTC);
        DeviceClock clock = new DeviceClock(wall, new Uptime("6f1c2a9e", () -> 62_000), () -> true);
        StubbornDisk disk = new StubbornDisk();
        CamelContext context = new ShippedRoutes("until-written", "journal-event", "record-change", "wake-reporter")
                .with("heldLevels", new HeldLevels(clock, () -> 2_000_000_000L))
                .with("flutter", new Flutter(clock))
                .with("journal", disk)
                .with("retryNotice", new RetryNotice())
                .start();

        context.createFluentProducerTemplate()
                .to("direct:journal-event")
                .withBody(GpioLevel.OFF)
                .withHeader("MainswatchInput", "power")
                .withHeader("CamelPi4jGpioNanoTime", 0L)
                .withHeader("CamelPi4jGpioDips", 3)
                .withHeader("MainswatchFlutter", "20")
                .send();

        await().until(() -> disk.events.size() == 1);
        assertThat(disk.refusals).isEqualTo(1);
        assertThat(disk.events)
                .containsExactly(
                        new Change("power", Level.OFF, new Moment(1_763_905_623_120L, true, "6f1c2a9e", 60_000), 3));
        context.stop();
    }

    @Test
    void aLineThatFluttersIsRecordedOnceMoreWhenItHasBeenQuietForAMinute() throws Exception {
        AtomicLong uptime = new AtomicLong(60_000);
        DeviceClock clock = new DeviceClock(Clock.systemUTC(), new Uptime("6f1c2a9e", uptime::get), () -> true);
        try (Journal journal = new Journal(folder.resolve("journal.db"), InstantSource.system())) {
            CamelContext context = new ShippedRoutes(
                            "until-written", "journal-event", "record-change", "wake-reporter", "safety-wake")
                    .with("heldLevels", new HeldLevels(clock, () -> 0))
                    .with("flutter", new Flutter(clock))
                    .with("journal", journal)
                    .with("retryNotice", new RetryNotice())
                    .start();
            AdviceWith.adviceWith(context, "safety-wake", route -> route.replaceFromWith("direct:minute"));
            for (int i = 0; i < 10; i++) {
                hold(context, i % 2 == 0 ? GpioLevel.ON : GpioLevel.OFF);
            }
            assertThat(accepted(journal))
                    .extracting(event -> event.change().flutter())
                    .containsExactly(false, false, false, false, true);

            uptime.addAndGet(60_000);
            context.createFluentProducerTemplate().to("direct:minute").send();

            assertThat(accepted(journal)).singleElement().satisfies(event -> {
                assertThat(event.change().flutter()).isFalse();
                assertThat(event.change().level()).isEqualTo(Level.OFF);
                assertThat(event.change().dips()).isEqualTo(5);
            });
            context.stop();
        }
    }

    private static void hold(CamelContext context, GpioLevel level) {
        context.createFluentProducerTemplate()
                .to("direct:journal-event")
                .withBody(level)
                .withHeader("MainswatchInput", "power")
                .withHeader("CamelPi4jGpioNanoTime", 0L)
                .withHeader("CamelPi4jGpioDips", 0)
                .withHeader("MainswatchFlutter", "4")
                .send();
    }

    private static List<Event> accepted(Journal journal) {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> head = journal.head(); head.isPresent(); head = journal.head()) {
            journal.accepted(head.get());
            events.add(head.get());
        }
        return events;
    }

    /** A journal whose file is locked at first; called by the route. */
    public static final class StubbornDisk {

        private final List<Change> events = new CopyOnWriteArrayList<>();
        private int refusals;

        public boolean isNews(Change change) {
            return events.isEmpty() && change != null;
        }

        public Event append(Change change) {
            if (refusals == 0) {
                refusals++;
                throw new JournalException(
                        "The journal cannot be used (locked).", new IllegalStateException(), Health.SOUND);
            }
            events.add(change);
            return new Event(events.size(), change, Event.State.WAITING);
        }
    }
}
