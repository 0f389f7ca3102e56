package io.mainswatch.acceptance;

import static io.mainswatch.acceptance.RunningSystem.POWER_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newcomer's first command. */
class DemoIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int mqttPort = Installation.freePort();
    private final int httpPort = Installation.freePort();
    private final int managementPort = Installation.freePort();
    private final Map<String, String> environment = new HashMap<>();
    private int logs;

    @Test
    void runsInAMinuteMailsBothOwnersStopsCleanlyAndKeepsItsData() {
        Instant began = Instant.now();
        try (Program demo = demo().launch()) {
            await("the demo")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> demo.output().contains("Mainswatch is running"));
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
            assertThat(demo.output()).contains("Pull the plug:", "http://127.0.0.1:" + httpPort + "/", "Ctrl-C");

            console().plug(POWER_LINE, "off");
            await("mails").atMost(Duration.ofSeconds(15)).until(() -> console().mailCount() == 2);

            assertThat(demo.interrupt()).isEqualTo(130);
            assertThat(demo.output()).contains("Stopped. The data stays in");
            assertThat(descendants()).as("processes that outlive the demo").isEmpty();
        }
        try (Program again = demo().launch()) {
            await("the demo")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> again.output().contains("Mainswatch is running"));

            assertThat(console().mailCount()).isEqualTo(2);
            console().plug(POWER_LINE, "on");
            await("mails").atMost(Duration.ofSeconds(15)).until(() -> console().mailCount() == 4);
            again.interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt-port", "http-port", "management-port"})
    void aPortInUseGivesOneClearLineWithTheRemedy(String option) throws IOException {
        int port = Map.of("mqtt-port", mqttPort, "http-port", httpPort, "management-port", managementPort)
                .get(option);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Program demo = demo().launch()) {
            assertThat(demo.waitForExit()).isEqualTo(2);
            assertThat(demo.output())
                    .contains("127.0.0.1:" + taken.getLocalPort())
                    .contains("Stop the program that has the port, or choose another with")
                    .contains(option)
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aMissingOrTooOldJavaGivesOneClearLineWithTheRemedy() throws IOException {
        environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
        assertThat(outputOfFailedDemo()).contains("Java is missing. Install Java 17 or newer");

        Path old = folder.resolve("old/bin/java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", folder.resolve("old").toString());
        assertThat(outputOfFailedDemo())
                .contains("Java 17 or newer is needed; ")
                .contains("is version 11.");
    }

    private String outputOfFailedDemo() {
        try (Program demo = demo().launch()) {
            assertThat(demo.waitForExit()).isEqualTo(2);
            return demo.output();
        }
    }

    private Program demo() {
        List<String> arguments = List.of(
                "demo",
                "--data",
                folder.resolve("demo").toString(),
                "--mqtt-port",
                Integer.toString(mqttPort),
                "--http-port",
                Integer.toString(httpPort),
                "--management-port",
                Integer.toString(managementPort));
        return new Program(arguments, environment, folder.resolve("demo-" + logs++ + ".log"));
    }

    private Console console() {
        return new Console(URI.create("http://127.0.0.1:" + httpPort));
    }

    private List<String> descendants() {
        List<String> left = new ArrayList<>();
        ProcessHandle.current().descendants().forEach(process -> left.add(process.toString()));
        return left;
    }
}
