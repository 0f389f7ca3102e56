package io.mainswatch.cloud.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the process which started it, as it does when that process is killed. It is known by
 * the file {@code postmaster.pid} in its data folder, and stopped only if the process of that number really is a server on
 * that folder: the number may have gone to another process since.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /** The server that runs on the folder, an absolute path; empty if none does. */
    static Optional<Postmaster> on(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readAllLines(file).stream().findFirst().orElse("").trim();
        if (!first.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first))
                .filter(process -> serves(process, folder))
                .map(Postmaster::new);
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Arrays.asList(arguments).contains(folder.toString());
    }

    /** Stops the server: politely first, so that it leaves nothing to recover, then by force, which loses no commit. */
    void stop() throws IOException {
        LOG.info("stopping the PostgreSQL of an earlier run (process {})", process.pid());
        process.destroy();
        if (!ended()) {
            process.destroyForcibly();
            if (!ended()) {
                throw new IOException("PostgreSQL (process " + process.pid() + ") does not end. End it by hand.");
            }
        }
    }

    private boolean ended() throws IOException {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping", e);
        }
    }
}
