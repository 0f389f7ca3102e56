package io.mainswatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    private static final SettingsDeclaration KETTLE = new SettingsDeclaration() {
        @Override
        public String program() {
            return "kettle";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.required("mainswatch.thing-name", new Range.Text("a name"), "The kettle's name."),
                    Setting.of(
                            "mainswatch.hold",
                            new Range.Time(Duration.ofMillis(1), Duration.ofMinutes(10)),
                            "2s",
                            "How long."),
                    Setting.optional("mainswatch.port", Range.port(), "Where."),
                    Setting.optional("mainswatch.input.*.line", new Range.Whole(0, 53), "A line."));
        }
    };

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("application.properties");
    }

    @Test
    void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
        write("mainswatch.thing-name = cabin", "mainswatch.port = 1883");

        Settings settings = read(Map.of("MAINSWATCH_PORT", "8883"));

        assertThat(settings.text("mainswatch.thing-name")).isEqualTo("cabin");
        assertThat(settings.whole("mainswatch.port")).isEqualTo(8883);
        assertThat(settings.time("mainswatch.hold")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void routesSeeTimesInMillisecondsAndKeysOfCamel() throws IOException {
        write("mainswatch.thing-name=cabin", "mainswatch.hold=PT1M", "camel.main.name=edge");

        assertThat(read(Map.of()).asProperties())
                .containsEntry("mainswatch.hold", "60000")
                .containsEntry("camel.main.name", "edge");
    }

    @Test
    void everyProblemIsNamedWithItsPlaceAtOnce() throws IOException {
        write("# a comment", "mainswatch.hold = -3s", "mainswatch.hodl = 3s", "mainswatch.port = 99999");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        file + ":2: mainswatch.hold = -3s: must be a time such as 200ms, 15s, 2m, 24h, 400d or PT15S,"
                                + " from 1ms to 10m.")
                .hasMessageContaining(
                        file + ":3: mainswatch.hodl is not a key of kettle. Did you mean mainswatch.hold?")
                .hasMessageContaining(file + ":4: mainswatch.port = 99999: must be a whole number from 1 to 65535.")
                .hasMessageContaining("mainswatch.thing-name is not set; it must be a name.")
                .hasMessageContaining("MAINSWATCH_THING_NAME");
    }

    @Test
    void aKeySetTwiceIsAProblemAndNotAGuess() throws IOException {
        write("mainswatch.thing-name=a", "mainswatch.thing-name=b");

        assertThat(check(Map.of()))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains(file + ":2: mainswatch.thing-name is set a second time (first on line 1)");
    }

    @Test
    void aWildcardKeyIsCheckedForEveryName() throws IOException {
        write("mainswatch.thing-name=a", "mainswatch.input.door.line=17", "mainswatch.input.gate.line=99");

        assertThat(check(Map.of()))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("mainswatch.input.gate.line = 99: must be a whole number from 0 to 53");
    }

    @Test
    void aSecretMayComeFromAFileAndAMissingOneIsNamed() throws IOException {
        write();
        Path secret = Files.writeString(folder.resolve("secret"), "cabin\n");

        assertThat(read(Map.of("MAINSWATCH_THING_NAME_FILE", secret.toString())).text("mainswatch.thing-name"))
                .isEqualTo("cabin");
        assertThat(check(Map.of(
                        "MAINSWATCH_THING_NAME_FILE", folder.resolve("no").toString())))
                .extracting(Problem::where)
                .contains("MAINSWATCH_THING_NAME_FILE");
    }

    @Test
    void aMissingFileIsNamedWithTheRemedy() {
        assertThat(check(Map.of()))
                .singleElement()
                .asString()
                .contains(file.toString())
                .contains("--config");
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    private Settings read(Map<String, String> environment) {
        return new SettingsReader(KETTLE, environment).read(file);
    }

    private List<Problem> check(Map<String, String> environment) {
        return new SettingsReader(KETTLE, environment).check(file);
    }
}
