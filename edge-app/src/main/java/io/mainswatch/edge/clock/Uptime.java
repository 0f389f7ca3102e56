package io.mainswatch.edge.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Time since the kernel started: it runs on over a restart of this process, stands for one boot only, and nobody can
 * set it.
 *
 * @param boot the first 8 hex digits of the kernel's boot id
 * @param millis milliseconds since that boot
 */
public record Uptime(String boot, LongSupplier millis) {

    /**
     * The kernel's own, from {@code /proc} (resolution 10 ms). Where there is no {@code /proc}, each start of the
     * process counts as a boot: less is known then, but nothing wrong is said.
     */
    public static Uptime ofKernel(Path proc) {
        Path bootId = proc.resolve("sys/kernel/random/boot_id");
        Path uptime = proc.resolve("uptime");
        if (!Files.isReadable(bootId) || !Files.isReadable(uptime)) {
            return new Uptime(shortId(UUID.randomUUID().toString()), () -> System.nanoTime() / 1_000_000);
        }
        return new Uptime(shortId(read(bootId)), () -> firstNumber(read(uptime)));
    }

    private static String shortId(String uuid) {
        return uuid.substring(0, 8);
    }

    private static long firstNumber(String line) {
        return new BigDecimal(line.substring(0, line.indexOf(' ')))
                .movePointRight(3)
                .longValue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
