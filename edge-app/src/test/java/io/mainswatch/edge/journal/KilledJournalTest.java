package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.clock.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A child process appends and accepts as fast as it can, and is killed without warning. */
class KilledJournalTest {

    @TempDir
    Path folder;

    @RepeatedTest(4)
    void whatWasSaidToBeOnDiskIsOnDiskAfterKill9() throws Exception {
        Path file = folder.resolve("journal.db");

        long said = appendUntilKilled(file, 1 + RandomGenerator.getDefault().nextInt(60));

        try (Journal journal = new Journal(file, InstantSource.system())) {
            long next = journal.append(Writer.change(said + 1)).seq();
            assertThat(next)
                    .as("said %d; at most the one under way was lost", said)
                    .isBetween(said + 1, said + 2);
        }
        assertThat(Sqlite.number(file, "select count(*) from event where seq <= " + said))
                .isEqualTo(said);
        assertThat(Sqlite.number(
                        file, "select count(*) from event where state = 'waiting' and seq % 2 = 1 and seq < " + said))
                .as("every odd one was accepted before the next was appended")
                .isZero();
    }

    private static long appendUntilKilled(Path file, long events) throws IOException, InterruptedException {
        Process writer = Writer.start(file);
        try (BufferedReader numbers = writer.inputReader()) {
            long last = 0;
            while (last < events) {
                last = number(numbers.readLine());
            }
            writer.toHandle().destroyForcibly();
            return lastOf(numbers, last);
        } finally {
            writer.waitFor();
        }
    }

    /** The last number that a killed writer has said whole. */
    static long lastOf(BufferedReader numbers, long before) throws IOException {
        long last = before;
        for (String line = numbers.readLine(); line != null && line.endsWith("."); line = numbers.readLine()) {
            last = number(line);
        }
        return last;
    }

    static long number(String line) {
        return Long.parseLong(line.substring(0, line.length() - 1));
    }

    /** The child: prints each number, with a full stop, after {@link Journal#append} has returned it. */
    static final class Writer {

        private Writer() {}

        static Process start(Path file) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        public static void main(String[] arguments) throws SQLException {
            try (Journal journal = new Journal(Path.of(arguments[0]), InstantSource.system())) {
                while (!System.out.checkError()) {
                    Event event = journal.append(change(System.nanoTime()));
                    if (event.seq() % 2 == 1) {
                        journal.accepted(event);
                    }
                    System.out.println(event.seq() + ".");
                }
            }
        }

        static Change change(long uptime) {
            return new Change(
                    "power", uptime % 2 == 0 ? Level.ON : Level.OFF, new Moment(0, false, "6f1c2a9e", uptime), 0);
        }
    }
}
