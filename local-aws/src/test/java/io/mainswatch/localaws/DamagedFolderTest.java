package io.mainswatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card that is failing: the stand-in says what is lost and serves with the rest. */
class DamagedFolderTest {

    private static final MqttConnectOptions PERSISTENT = new MqttConnectOptions();

    static {
        PERSISTENT.setCleanSession(false);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"journal", "bindings"})
    void damagedFilesOfTheBrokerCostSessionsAndNothingElse(String part) throws Exception {
        runOnce();
        for (Path file : files(folder.resolve("broker").resolve(part))) {
            byte[] garbage = new byte[(int) Files.size(file)];
            Arrays.fill(garbage, (byte) 0xA5);
            Files.write(file, garbage);
        }

        assertServesWithTheShadowOfBefore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "bindings"})
    void truncatedFilesOfTheBrokerToo(String part) throws Exception {
        runOnce();
        for (Path file : files(folder.resolve("broker").resolve(part))) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
        }

        assertServesWithTheShadowOfBefore();
    }

    @Test
    void aDamagedDatabaseIsKeptAndTheRestServes() throws Exception {
        runOnce();
        Files.writeString(folder.resolve("local-aws.db"), "garbage ".repeat(1_000));

        try (LocalAws aws = start()) {
            assertThat(new ConsoleClient(aws).get("things")).isEmpty();
        }
        assertThat(folder.resolve("local-aws.db.damaged-1")).isRegularFile();
    }

    private void runOnce() throws MqttException {
        try (LocalAws aws = start()) {
            MqttProbe.connect(aws, "cloud", PERSISTENT)
                    .listen("$aws/things/+/shadow/update/documents")
                    .close();
            try (MqttProbe thing = MqttProbe.connect(aws, "cabin").listen("$aws/things/cabin/shadow/update/accepted")) {
                thing.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"n\":1}}}");
                thing.next("$aws/things/cabin/shadow/update/accepted");
            }
        }
    }

    private void assertServesWithTheShadowOfBefore() throws Exception {
        try (LocalAws aws = start();
                MqttProbe cloud =
                        MqttProbe.connect(aws, "cloud", PERSISTENT).listen("$aws/things/+/shadow/update/documents");
                MqttProbe thing = MqttProbe.connect(aws, "cabin")) {
            thing.publish("$aws/things/cabin/shadow/update", "{\"state\":{\"reported\":{\"m\":2}}}");
            assertThat(cloud.next("$aws/things/cabin/shadow/update/documents")
                            .at("/current/version")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private LocalAws start() {
        return LocalAws.builder().data(folder).freePorts().start();
    }
}
