package io.mainswatch.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The three programs on free ports with their data in one folder, and what a test does to them. */
public final class RunningSystem implements AutoCloseable {

    /** The thing that {@link #edge} is. */
    public static final String THING = "cabin-1";

    /** The GPIO line that senses the mains. */
    public static final int POWER_LINE = 4;

    private final Path folder;
    private final int mqttPort = Installation.freePort();
    private final int httpPort = Installation.freePort();
    private final Map<String, String> cloudEnvironment;
    private final Program localAws;
    private final Program cloud;
    private final Program edge;

    /** A system that is not started yet; overrides go to the environment of the edge. */
    public RunningSystem(Path folder, Map<String, String> overrides) {
        this.folder = folder;
        Map<String, String> broker =
                Map.of("MAINSWATCH_ENDPOINT", "127.0.0.1", "MAINSWATCH_PORT", Integer.toString(mqttPort));
        cloudEnvironment = new HashMap<>(broker);
        cloudEnvironment.put("MAINSWATCH_DATA", folder.resolve("cloud").toString());
        cloudEnvironment.put("MAINSWATCH_AWS_ENDPOINT", consoleAddress().toString());
        cloudEnvironment.put("MAINSWATCH_MAIL_FROM", "alarm@mainswatch.example");
        cloudEnvironment.put("MAINSWATCH_MANAGEMENT_PORT", Integer.toString(Installation.freePort()));
        Map<String, String> awsEnvironment = new HashMap<>();
        awsEnvironment.put("MAINSWATCH_DATA", folder.resolve("local-aws").toString());
        awsEnvironment.put("MAINSWATCH_MQTT_PORT", Integer.toString(mqttPort));
        awsEnvironment.put("MAINSWATCH_MQTTS_PORT", "0");
        awsEnvironment.put("MAINSWATCH_HTTP_PORT", Integer.toString(httpPort));
        awsEnvironment.put("MAINSWATCH_LINES", lines().toString());
        Map<String, String> edgeEnvironment = new HashMap<>(broker);
        edgeEnvironment.put("MAINSWATCH_THING_NAME", THING);
        edgeEnvironment.put("MAINSWATCH_TLS", "off");
        edgeEnvironment.put("MAINSWATCH_GPIO", "simulated");
        edgeEnvironment.put("MAINSWATCH_SIMULATED_LINES", lines().toString());
        edgeEnvironment.put(
                "MAINSWATCH_JOURNAL", folder.resolve("edge/journal.db").toString());
        edgeEnvironment.putAll(overrides);
        localAws = program("local-aws", awsEnvironment);
        cloud = program("cloud", cloudEnvironment);
        edge = program("edge", edgeEnvironment);
        line(POWER_LINE, 1);
    }

    private Program program(String name, Map<String, String> environment) {
        return new Program(List.of(name), environment, folder.resolve("log/" + name + ".log"));
    }

    private Path lines() {
        return folder.resolve("lines");
    }

    /** Starts all three, with an account of the owners and the thing in it. */
    public RunningSystem start(String site, String zone, String... owners) {
        localAws.start();
        edge.launch();
        cloud.start();
        device(THING, account("Owners of " + site, owners), site, zone);
        return this;
    }

    /** The broker's own port, whatever the overrides tell the edge. */
    public int mqttPort() {
        return mqttPort;
    }

    public Program localAws() {
        return localAws;
    }

    public Program cloud() {
        return cloud;
    }

    public Program edge() {
        return edge;
    }

    public Console console() {
        return new Console(consoleAddress());
    }

    public URI consoleAddress() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /** The cloud's event rows of {@link #THING}, by number; none while its database is not there yet. */
    public List<EventRow> events() {
        Properties address = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("cloud/postgresql.properties"))) {
            address.load(file);
        } catch (IOException e) {
            return List.of();
        }
        List<EventRow> events = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address.getProperty("url"), address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seq, level, occurred_at from mainswatch.event"
                        + " where thing = '" + THING + "' order by seq")) {
            while (row.next()) {
                Timestamp occurred = row.getTimestamp(3);
                events.add(
                        new EventRow(row.getLong(1), row.getString(2), occurred == null ? null : occurred.toInstant()));
            }
        } catch (SQLException e) {
            return List.of();
        }
        return events;
    }

    /**
     * An event as the cloud has it.
     *
     * @param occurredAt null if it cannot be known
     */
    public record EventRow(long seq, String level, Instant occurredAt) {}

    /** AWS's own interfaces, as the stand-in has them. */
    public Aws aws() {
        return new Aws(consoleAddress());
    }

    /** Sets the level of a simulated line: 1 is high, mains present. */
    public void line(int number, int level) {
        try {
            Files.createDirectories(lines());
            Path next = Files.writeString(lines().resolve("next-" + number), level + "\n");
            Files.move(
                    next,
                    lines().resolve("line-" + number),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an account by the command line, as an operator does; its id. */
    public String account(String name, String... owners) {
        List<String> arguments = new ArrayList<>(List.of("account", "add", "--name", name));
        for (String owner : owners) {
            arguments.addAll(List.of("--owner", owner));
        }
        return command(arguments);
    }

    /** Makes a thing of an account by the command line, as an operator does. */
    public void device(String thing, String account, String site, String zone) {
        command(List.of("device", "add", thing, "--account", account, "--name", site, "--zone", zone));
    }

    private String command(List<String> arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder("./mainswatch");
            builder.command().addAll(arguments);
            builder.directory(Installation.root().toFile());
            builder.environment().put("MAINSWATCH_BUILD", "no");
            builder.environment().putAll(cloudEnvironment);
            Path log = folder.resolve("log/command.log");
            Files.createDirectories(log.getParent());
            Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(arguments + " failed: " + output + Files.readString(log));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        edge.close();
        cloud.close();
        localAws.close();
    }
}
