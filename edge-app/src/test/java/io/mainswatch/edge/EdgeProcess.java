package io.mainswatch.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The edge as a process of its own, started as the launcher does it. */
final class EdgeProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    /**
     * @param options for the Java runtime
     * @param changes settings in their environment form, and whatever else belongs there
     */
    EdgeProcess(Path folder, int port, List<String> options, Map<String, String> changes) throws IOException {
        this(folder, port, options, List.of(), changes);
    }

    /** @param errand what to do apart from its work; nothing for the work itself */
    EdgeProcess(Path folder, int port, List<String> options, List<String> errand, Map<String, String> changes)
            throws IOException {
        log = folder.resolve("edge.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(EdgeApp.class.getName());
        command.addAll(errand);
        command.addAll(List.of("--config", RunningEdge.CONFIGURATION.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(RunningEdge.environment(folder, port, changes));
        process = builder.start();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** As systemd stops it. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    int status() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
