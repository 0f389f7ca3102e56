package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.FrozenWriter.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A journal that is killed at a random instant, and one time in two its files are torn, as often as {@code -Dcycles} says.
 * Each cycle takes the files as a kill at that instant leaves them ({@link FrozenWriter}) and opens them.
 */
class TornJournalTest {

    private static final int CYCLES = Integer.getInteger("cycles", 300);
    private static final int KILLED_IN_EARNEST = 500;

    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<Tear, Integer> counts = new EnumMap<>(Tear.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Journal.class.getPackageName());
    private Path live;
    private Path dead;

    @BeforeEach
    void prepare() throws IOException {
        Path memory = Path.of("/dev/shm");
        live = Files.createTempDirectory(memory, "journal-live-");
        dead = Files.createTempDirectory(memory, "journal-dead-");
        said.start();
        logger.addAppender(said);
        logger.setAdditive(false);
    }

    @AfterEach
    void tidyUp() throws IOException {
        logger.detachAppender(said);
        logger.setAdditive(true);
        empty(live);
        empty(dead);
        Files.delete(live);
        Files.delete(dead);
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKillAndNoTearTakesANumberBack() throws Exception {
        FrozenWriter writer = new FrozenWriter(live);
        try {
            Awaitility.await().until(() -> told(writer).accepted() > 0);
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                LockSupport.parkNanos(random.nextLong(2_000_000));
                Told told = told(writer);
                Tear tear = random.nextBoolean() ? Tear.NOTHING : Tear.values()[random.nextInt(Tear.values().length)];
                open(told, tear, "cycle " + cycle + ", " + tear + ", " + told);
                if (cycle % KILLED_IN_EARNEST == 0) {
                    writer.killAndRestart();
                }
            }
        } finally {
            writer.kill();
        }
        System.out.println(CYCLES + " cycles: " + counts);
    }

    private Told told(FrozenWriter writer) throws IOException {
        empty(dead);
        return writer.copyTo(dead);
    }

    private void open(Told told, Tear tear, String cycle) throws Exception {
        counts.merge(tear, 1, Integer::sum);
        tear.apply(dead, random);
        said.list.clear();
        try (Journal journal = new Journal(dead.resolve("journal.db"), InstantSource.system(), FrozenWriter.BOUNDS)) {
            long settled = journal.latest().stream().mapToLong(Event::seq).max().orElse(0);
            List<Event> waiting = waiting(journal);
            long newest = waiting.isEmpty()
                    ? settled
                    : waiting.get(waiting.size() - 1).seq();
            long next = journal.append(new Change("power", Level.ON, new Moment(0, false, "6f1c2a9e", 0), 0))
                    .seq();

            assertThat(next).as(cycle).isGreaterThan(told.appended());
            assertThat(copies()).as("copies, %s", cycle).hasSize(says("is damaged") ? 1 : 0);
            if (tear.isHarmless()) {
                assertThat(copies()).as(cycle).isEmpty();
                assertThat(settled).as("accepted, %s", cycle).isGreaterThanOrEqualTo(told.accepted());
                assertThat(newest).as("appended, %s", cycle).isBetween(told.appended(), told.appended() + 1);
                assertThat(next).as(cycle).isLessThanOrEqualTo(told.appended() + 3);
                assertEveryNumberIsThere(settled, waiting, cycle);
            } else if (newest < told.appended()) {
                assertThat(says("numbers go on after")).as("said, %s", cycle).isTrue();
            }
        }
    }

    private static void assertEveryNumberIsThere(long settled, List<Event> waiting, String cycle) {
        long before = settled;
        for (Event event : waiting) {
            assertThat(event.seq() - before - 1)
                    .as("before %s, %s", event, cycle)
                    .isEqualTo(event.merged());
            before = event.seq();
        }
    }

    private static List<Event> waiting(Journal journal) {
        List<Event> waiting = new ArrayList<>();
        for (Optional<Event> head = journal.head(); head.isPresent(); head = journal.head()) {
            waiting.add(head.get());
            journal.accepted(head.get());
        }
        return waiting;
    }

    private boolean says(String words) {
        return said.list.stream().anyMatch(line -> line.getFormattedMessage().contains(words));
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(dead)) {
            return files.filter(file -> file.getFileName().toString().matches("journal\\.db\\.damaged-\\d+"))
                    .toList();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
