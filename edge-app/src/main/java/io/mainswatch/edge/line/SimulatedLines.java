package io.mainswatch.edge.line;

import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that plays a GPIO chip, as sysfs did: the file {@code line-4} holds {@code 1} or {@code 0}. Others write
 * there; whoever follows a line hears of it at once, and in the worst case at the next re-reading.
 */
final class SimulatedLines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedLines.class);

    private static final long REREAD_SECONDS = 2;

    private final Path folder;
    private final Map<Integer, Consumer<DigitalState>> followers = new ConcurrentHashMap<>();
    private final WatchService watch;

    /** Begins to watch; the folder is made if it is not there. */
    SimulatedLines(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        Thread watcher = new Thread(this::watch, "simulated-lines");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Tells the line's state now and from now on. A line that has no file yet begins HIGH: the mains are there. */
    void follow(int line, Consumer<DigitalState> follower) throws IOException {
        Path file = file(line);
        if (Files.notExists(file)) {
            Path draft = Files.writeString(folder.resolve("line-" + line + ".new"), "1\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        followers.put(line, follower);
        tell(line, follower);
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = watch.poll(REREAD_SECONDS, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                followers.forEach(this::tell);
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            LOG.debug("No longer watching {}", folder, e);
        }
    }

    private void tell(int line, Consumer<DigitalState> follower) {
        read(line).ifPresent(follower);
    }

    /** Empty while the file is being written or away. */
    private Optional<DigitalState> read(int line) {
        try {
            String text = Files.readString(file(line)).trim();
            return switch (text) {
                case "1" -> Optional.of(DigitalState.HIGH);
                case "0" -> Optional.of(DigitalState.LOW);
                case "" -> Optional.empty();
                default -> {
                    LOG.warn("{} says \"{}\"; it must be 1 or 0. The line stays as it was.", file(line), text);
                    yield Optional.empty();
                }
            };
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}). The line stays as it was.", file(line), e.toString());
            return Optional.empty();
        }
    }

    private Path file(int line) {
        return folder.resolve("line-" + line);
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
