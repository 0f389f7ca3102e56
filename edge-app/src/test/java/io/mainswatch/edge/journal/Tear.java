package io.mainswatch.edge.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a power cut or a bad card does to the files of a journal, beyond ending the process. */
enum Tear {
    NOTHING,

    /** The write that was under way: SQLite had begun to append to its log. */
    LOG_TAIL_BEGUN,

    /** The same for the number: the slot that is not the newest is half new. */
    OLDER_SLOT,

    LOG_CUT,
    LOG_OVERWRITTEN,
    DATABASE_CUT,
    DATABASE_OVERWRITTEN,
    NUMBERS_CUT,
    NUMBERS_OVERWRITTEN,

    /** The log and the numbers at once. */
    LOG_AND_NUMBERS;

    /** Whether nothing that was on disk is touched, so that nothing may be lost. */
    boolean isHarmless() {
        return ordinal() <= OLDER_SLOT.ordinal();
    }

    void apply(Path folder, RandomGenerator random) throws IOException {
        Path database = folder.resolve("journal.db");
        Path log = folder.resolve("journal.db-wal");
        Path numbers = folder.resolve("journal.db.seq");
        switch (this) {
            case NOTHING -> {}
            case LOG_TAIL_BEGUN -> append(log, random);
            case OLDER_SLOT -> tearOlderSlot(numbers);
            case LOG_CUT -> cut(log, random);
            case LOG_OVERWRITTEN -> overwrite(log, random);
            case DATABASE_CUT -> cut(database, random);
            case DATABASE_OVERWRITTEN -> overwrite(database, random);
            case NUMBERS_CUT -> cut(numbers, random);
            case NUMBERS_OVERWRITTEN -> overwrite(numbers, List.of(0L, (long) HighWater.SLOT), 28, random);
            case LOG_AND_NUMBERS -> {
                cut(log, random);
                overwrite(numbers, List.of(0L, (long) HighWater.SLOT), 28, random);
            }
        }
    }

    private static void append(Path log, RandomGenerator random) throws IOException {
        if (Files.exists(log) && Files.size(log) > 32) {
            byte[] begun = new byte[1 + random.nextInt(3 * 4_120)];
            random.nextBytes(begun);
            try (RandomAccessFile disk = new RandomAccessFile(log.toFile(), "rw")) {
                disk.seek(disk.length());
                disk.write(begun);
            }
        }
    }

    private static void tearOlderSlot(Path numbers) throws IOException {
        if (Files.exists(numbers)) {
            byte[] content = Files.readAllBytes(numbers);
            String first = new String(content, 0, 18, US_ASCII);
            String second = new String(content, HighWater.SLOT, 18, US_ASCII);
            content[(first.compareTo(second) < 0 ? 0 : HighWater.SLOT) + 17]++;
            Files.write(numbers, content);
        }
    }

    private static void cut(Path file, RandomGenerator random) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
                disk.setLength(random.nextLong(disk.length()));
            }
        }
    }

    private static void overwrite(Path file, RandomGenerator random) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            overwrite(file, List.of(random.nextLong(Files.size(file))), 1 + random.nextInt(4_096), random);
        }
    }

    /** With random bytes, or with zeros, which is what file systems leave of blocks that were never written. */
    private static void overwrite(Path file, List<Long> places, int length, RandomGenerator random) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            for (long place : places) {
                byte[] other = new byte[(int) Math.min(length, disk.length() - place)];
                if (random.nextBoolean()) {
                    random.nextBytes(other);
                }
                disk.seek(place);
                disk.write(other);
            }
        }
    }
}
