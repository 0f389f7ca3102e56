package io.mainswatch.edge;

import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an operator has of one device: a folder with routes, Kamelets and configuration that begin as they are shipped, and
 * the lines; and what the cloud sees of it.
 */
final class Cabin {

    private static final Path SHIPPED = Path.of("../routes/edge");

    final Cloud cloud;
    private final LocalAws aws;
    private final String thing;
    private final Path folder;
    private final Path routes;
    private final Path config;
    private RunningEdge edge;

    Cabin(LocalAws aws, String thing, Path folder) throws Exception {
        this.aws = aws;
        this.thing = thing;
        this.folder = folder;
        cloud = new Cloud(aws, thing);
        routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> shipped = Files.list(SHIPPED)) {
            for (Path file : shipped.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        config = Files.copy(RunningEdge.CONFIGURATION, folder.resolve("application.properties"));
    }

    /** Adds lines to the configuration. */
    Cabin configure(String... lines) throws IOException {
        Files.writeString(config, Files.readString(config) + String.join("\n", lines) + "\n");
        return this;
    }

    /** Copies a shipped route file and renames what it is about, as its comment tells an operator to. */
    Cabin copy(String file, String name, String other) throws IOException {
        String text = Files.readString(SHIPPED.resolve(file.replace("*", name) + ".camel.yaml"));
        Files.writeString(routes.resolve(file.replace("*", other) + ".camel.yaml"), text.replace(name, other));
        return this;
    }

    Cabin start() throws Exception {
        return start(aws.mqttPort());
    }

    /** Starts it on another port, behind which the cloud is. */
    Cabin start(int port) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("MAINSWATCH_THING_NAME", thing);
        environment.put("MAINSWATCH_ROUTES", routes.toString());
        edge = RunningEdge.configured(config, folder, port, environment);
        return this;
    }

    Cabin stop() throws Exception {
        edge.stop();
        edge = null;
        return this;
    }

    /** Sets a simulated input high or low. */
    void line(int number, String level) throws IOException {
        Path lines = Files.createDirectories(folder.resolve("lines"));
        Path draft = Files.writeString(folder.resolve("draft"), level + "\n");
        Files.move(draft, lines.resolve("line-" + number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a simulated output shows; empty while there is none. */
    String shown(int number) throws IOException {
        Path file = folder.resolve("lines/out-" + number);
        return Files.exists(file) ? Files.readString(file).trim() : "";
    }

    /** Waits until the reported state has this text at the JSON pointer. */
    void awaitReported(String pointer, String text) {
        await("reported " + pointer + " = " + text)
                .until(() -> cloud.reported().at(pointer).asText().equals(text));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Stops what still runs. */
    void leave() throws Exception {
        if (edge != null) {
            edge.stop();
        }
        cloud.close();
    }
}
