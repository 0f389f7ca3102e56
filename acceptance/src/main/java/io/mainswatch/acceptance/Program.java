package io.mainswatch.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One program, started by the launcher as a process of its own; its output goes to a log file. May be stopped, killed
 * and started again with the same environment.
 */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    /**
     * @param arguments what follows {@code ./mainswatch}
     * @param environment what the program finds in its environment besides that of this process
     * @param log the file for its output; a new start is appended
     */
    public Program(List<String> arguments, Map<String, String> environment, Path log) {
        this(Installation.root(), arguments, environment, log);
    }

    /** The same from another installation: {@code home} is the folder of its launcher. */
    public Program(Path home, List<String> arguments, Map<String, String> environment, Path log) {
        this.home = home;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** Starts it and does not wait for anything. */
    public Program launch() {
        try {
            ProcessBuilder builder = new ProcessBuilder("./mainswatch");
            builder.command().addAll(arguments);
            builder.directory(home.toFile());
            builder.environment().put("MAINSWATCH_BUILD", "no");
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Files.createDirectories(log.getParent());
            process = builder.start();
            process.getOutputStream().close();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits for the line that says that it serves. */
    public Program start() {
        long served = readyLines();
        launch();
        try {
            await(arguments + " to be ready; its log is " + log)
                    .atMost(PATIENCE)
                    .failFast(arguments + " ended; its log is " + log, () -> !process.isAlive())
                    .until(() -> readyLines() > served);
        } catch (ConditionTimeoutException e) {
            // A Java program then writes to its log what each of its threads is doing.
            signal("QUIT");
            throw e;
        }
        return this;
    }

    private long readyLines() {
        return output().lines().filter(line -> line.startsWith("ready: ")).count();
    }

    /** All that it has printed since the first start. */
    public String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As the power cut does it: at once, with nothing finished. */
    public void kill() {
        process.destroyForcibly();
        waitForExit();
    }

    /** As systemd does it: SIGTERM, then waiting. */
    public int stop() {
        process.destroy();
        return waitForExit();
    }

    /** SIGINT, as Ctrl-C sends it. */
    public int interrupt() {
        signal("INT");
        return waitForExit();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit status, once it has ended. */
    public int waitForExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(arguments + " does not end; its log is " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            Stream<ProcessHandle> children = process.descendants();
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    children.forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
