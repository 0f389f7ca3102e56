package io.mainswatch.edge.journal;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.mainswatch.edge.clock.Moment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A child process that appends and accepts as fast as it can, opens its journal anew now and then, and can be frozen at
 * any instant (SIGSTOP). What its files hold then is what {@code kill -9} at that instant leaves, so one process gives
 * thousands of kills. What the journal has acknowledged stands in a file of two numbers that is mapped into memory, and
 * so is as old as the instant too: the last number that {@code append} has returned, the last that {@code accepted} has.
 */
final class FrozenWriter {

    /** Small, so that all of the journal's housekeeping happens all the time. */
    static final JournalBounds BOUNDS = new JournalBounds(20, 30, 100);

    private static final int STOP = 19;
    private static final int CONTINUE = 18;
    private static final CLibrary C = Native.load("c", CLibrary.class);

    private final Path folder;
    private Process process;

    FrozenWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.write(folder.resolve("told"), new byte[16]);
        start();
    }

    /** Ends it as {@code kill -9} does, and begins it anew on the same files. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        start();
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Copies the files of an instant to the other folder; the result is what had been acknowledged by then. */
    Told copyTo(Path other) throws IOException {
        signal(STOP);
        while (!isStopped()) {
            Thread.onSpinWait();
        }
        try {
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db.seq", "told")) {
                copy(folder.resolve(name), other.resolve(name));
            }
        } finally {
            signal(CONTINUE);
        }
        ByteBuffer told = ByteBuffer.wrap(Files.readAllBytes(other.resolve("told")));
        return new Told(told.getLong(0), told.getLong(8));
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenWriter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to);
        }
    }

    private void signal(int signal) throws IOException {
        if (!process.isAlive() || C.kill((int) process.pid(), signal) != 0) {
            throw new IOException("the writer has ended: " + Files.readString(folder.resolve("log")));
        }
    }

    private boolean isStopped() throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads) {
                String stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The child. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        RandomGenerator random = RandomGenerator.getDefault();
        try (FileChannel channel =
                FileChannel.open(folder.resolve("told"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer told = channel.map(FileChannel.MapMode.READ_WRITE, 0, 16);
            while (true) {
                try (Journal journal = new Journal(folder.resolve("journal.db"), InstantSource.system(), BOUNDS)) {
                    work(journal, told, random);
                }
            }
        }
    }

    private static void work(Journal journal, MappedByteBuffer told, RandomGenerator random) {
        for (int i = 0; i < 60; i++) {
            told.putLong(0, journal.append(change(journal, random)).seq());
            if (random.nextInt(20) != 0) {
                journal.head().ifPresent(head -> {
                    journal.accepted(head);
                    told.putLong(8, head.seq());
                });
            }
        }
    }

    private static Change change(Journal journal, RandomGenerator random) {
        String input = random.nextInt(3) == 0 ? "door" : "power";
        Change on =
                new Change(input, Level.ON, new Moment(0, false, "6f1c2a9e", random.nextInt(99)), random.nextInt(3));
        return journal.isNews(on) ? on : new Change(input, Level.OFF, on.at(), on.dips());
    }

    /**
     * What the journal had said to its caller.
     *
     * @param appended the highest number that {@code append} had returned
     * @param accepted the highest that {@code accepted} had returned for
     */
    record Told(long appended, long accepted) {}

    /** The one call. */
    interface CLibrary extends Library {
        int kill(int process, int signal);
    }
}
