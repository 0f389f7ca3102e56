package io.mainswatch.edge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.edge.RetryNotice;
import io.mainswatch.edge.ShippedRoutes;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.journal.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reporter's routes as they are shipped, when the shadow service does not simply say yes. */
class ReportRouteTest {

    @TempDir
    Path folder;

    private final Replies replies = new Replies(Duration.ofMillis(50));
    private ScriptedThing thing;
    private Journal journal;
    private CamelContext context;

    @BeforeEach
    void start() throws Exception {
        thing = new ScriptedThing(replies);
        journal = new Journal(folder.resolve("journal.db"), InstantSource.system());
        DeviceClock clock = new DeviceClock(Clock.systemUTC(), new Uptime("6f1c2a9e", () -> 60_000), () -> true);
        context = new ShippedRoutes("until-accepted", "wake-reporter", "report", "send-report")
                .with("thing", thing)
                .with("replies", replies)
                .with("retryNotice", new RetryNotice())
                .with(
                        "reports",
                        new Reports(
                                journal,
                                clock,
                                new Device("app", "board", () -> Duration.ofMinutes(15)),
                                new PropertyNames(Map.of())))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        journal.close();
    }

    @Test
    void aRefusalForNowIsTriedAgainAfterAboutASecond() {
        thing.thenRejects(429);
        long before = System.nanoTime();

        happen(Level.ON);
        happen(Level.OFF);
        wake();

        awaitAllAnswered();
        assertThat(thing.tokens()).containsExactly("6f1c2a9e-1", "6f1c2a9e-1", "6f1c2a9e-2");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(450), Duration.ofSeconds(4));
    }

    @Test
    void aRefusalForGoodParksTheEventAndTheNextOneGoesAtOnce() {
        thing.thenRejects(403);

        happen(Level.ON);
        happen(Level.OFF);
        wake();

        awaitAllAnswered();
        assertThat(thing.tokens()).containsExactly("6f1c2a9e-1", "6f1c2a9e-2");
    }

    @Test
    void threeReportsWithoutAnAnswerBeginTheConnectionAnew() {
        thing.thenIsSilent().thenIsSilent().thenIsSilent();

        happen(Level.ON);
        wake();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(journal.head()).isEmpty());
        assertThat(thing.tokens()).hasSize(4).containsOnly("6f1c2a9e-1");
        assertThat(thing.renewals()).hasSize(1);
    }

    @Test
    void withoutAConnectionTheReportWaitsForTheNextConnect() {
        thing.then(token -> thing.link(false));

        happen(Level.ON);
        wake();
        await().until(() ->
                context.getInflightRepository().size() == 0 && !thing.tokens().isEmpty());
        thing.link(true);
        wake();

        awaitAllAnswered();
        assertThat(thing.tokens()).containsExactly("6f1c2a9e-1", "6f1c2a9e-1");
    }

    private void happen(Level level) {
        journal.append(new Change("power", level, new Moment(0, true, "6f1c2a9e", 59_000), 0));
    }

    private void wake() {
        context.createFluentProducerTemplate().to("direct:wake-reporter").send();
    }

    private void awaitAllAnswered() {
        await().untilAsserted(() -> assertThat(journal.head()).isEmpty());
    }
}
