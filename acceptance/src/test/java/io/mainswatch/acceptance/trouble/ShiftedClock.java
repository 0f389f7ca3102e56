package io.mainswatch.acceptance.trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wall clock of one process, off by whatever is wanted while it runs, by Debian's {@code libfaketime}. */
public final class ShiftedClock {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path library;
    private final Path offset;

    private ShiftedClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** Right at first; empty where the library is not installed. */
    public static Optional<ShiftedClock> in(Path folder) throws IOException {
        Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        ShiftedClock clock =
                new ShiftedClock(library.get(), Files.createDirectories(folder).resolve("clock-offset"));
        clock.shift(Duration.ZERO);
        return Optional.of(clock);
    }

    /** For the process: only the wall clock is shifted, as by NTP or by hand; timed waits stay right. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** Jumps so far from the right time, forth or back. */
    public void shift(Duration off) throws IOException {
        Path draft = Files.writeString(
                offset.resolveSibling(offset.getFileName() + ".new"),
                (off.isNegative() ? "" : "+") + off.toSeconds() + "\n");
        Files.move(draft, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
