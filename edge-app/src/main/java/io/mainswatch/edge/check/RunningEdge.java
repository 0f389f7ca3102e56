package io.mainswatch.edge.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another process that does this device's work now: it holds the lines, and the thing's name at the broker. */
public record RunningEdge(long pid) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningEdge.class);

    private static final String MAIN = "io.mainswatch.edge.EdgeApp";
    private static final Set<String> OTHER_WORK = Set.of("check", "commission");

    /**
     * Finds it: whoever has the journal open; of a process that does not let us look, its name must do.
     *
     * @param proc where the kernel shows its processes
     */
    public static Optional<RunningEdge> of(Path proc, Path journal) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            Path file = Files.exists(journal) ? journal.toRealPath() : journal.toAbsolutePath();
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != ProcessHandle.current().pid() && isEdge(process) && mayHold(process, file)) {
                    return Optional.of(new RunningEdge(pid));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The processes cannot be listed", e);
        }
        return Optional.empty();
    }

    private static boolean isEdge(Path process) {
        try {
            List<String> command = List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
            int main = command.indexOf(MAIN);
            return main >= 0 && (main + 1 == command.size() || !OTHER_WORK.contains(command.get(main + 1)));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean mayHold(Path process, Path file) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (isLinkTo(descriptor, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return Files.exists(process);
        }
    }

    /** A descriptor may be closed while we look. */
    private static boolean isLinkTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** How to end it. */
    public String stop() {
        return "systemctl stop mainswatch-edge (or kill " + pid + ")";
    }
}
