package io.mainswatch.edge;

import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The whole edge in this process, with the routes and the configuration that are shipped; started when it is made. */
final class RunningEdge {

    /** The file that is shipped. */
    static final Path CONFIGURATION = Path.of("..").resolve(EdgeSettings.FILE);

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Edge edge;
    private final Future<?> end;

    private RunningEdge(Edge edge) throws Exception {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        this.edge = edge;
        this.end = executor.submit(() -> {
            try (edge) {
                edge.run(() -> ready.complete(null));
            } catch (Exception e) {
                ready.completeExceptionally(e);
            }
            return null;
        });
        ready.get(20, TimeUnit.SECONDS);
    }

    /** Starts it in the folder; changes are settings in their environment form. */
    static RunningEdge in(Path folder, int port, Map<String, String> changes) throws Exception {
        return configured(CONFIGURATION, folder, port, changes);
    }

    /** Starts it with another configuration file. */
    static RunningEdge configured(Path config, Path folder, int port, Map<String, String> changes) throws Exception {
        return new RunningEdge(
                new Edge(new SettingsReader(new EdgeSettings(), environment(folder, port, changes)).read(config)));
    }

    /** The settings of an edge that keeps everything in the folder, in their environment form. */
    static Map<String, String> environment(Path folder, int port, Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MAINSWATCH_ENDPOINT",
                "127.0.0.1",
                "MAINSWATCH_PORT",
                Integer.toString(port),
                "MAINSWATCH_TLS",
                "off",
                "MAINSWATCH_GPIO",
                "simulated",
                "MAINSWATCH_SIMULATED_LINES",
                folder.resolve("lines").toString(),
                "MAINSWATCH_JOURNAL",
                folder.resolve("journal.db").toString(),
                "MAINSWATCH_ROUTES",
                Path.of("../routes/edge").toString(),
                "MAINSWATCH_KAMELETS",
                Path.of("../routes/kamelets").toString(),
                "MAINSWATCH_INPUT_POWER_DEBOUNCE",
                "10ms",
                "MAINSWATCH_INPUT_POWER_HOLD",
                "100ms"));
        environment.putAll(changes);
        return environment;
    }

    /** Stops it as SIGTERM does, and waits for the end. */
    void stop() throws Exception {
        edge.stop();
        end.get(20, TimeUnit.SECONDS);
        executor.shutdown();
    }
}
