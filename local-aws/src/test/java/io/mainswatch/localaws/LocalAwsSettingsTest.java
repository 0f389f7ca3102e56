package io.mainswatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.settings.Setting;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalAwsSettingsTest {

    private static final Path FILE = Path.of("..", "config", "local-aws", "application.properties");
    private static final LocalAwsSettings DECLARATION = new LocalAwsSettings();

    @Test
    void theFileOfTheRepositoryHasEveryKeyWithItsDefault() throws IOException {
        Settings settings = new SettingsReader(DECLARATION, Map.of()).read(FILE);
        String text = Files.readString(FILE);

        for (Setting setting : DECLARATION.settings()) {
            assertThat(text).contains(setting.key() + "=");
            assertThat(settings.find(setting.key()))
                    .isEqualTo(Optional.ofNullable(setting.fallback())
                            .map(fallback -> setting.range().canonical(fallback)));
        }
    }

    @Test
    void anOptionIsTheEndOfAKeyAndWinsOverTheEnvironment() {
        CommandLine line = CommandLine.parse(
                DECLARATION,
                Map.of("MAINSWATCH_HTTP_PORT", "1", "PATH", "/bin"),
                "--http-port",
                "2",
                "--config",
                "x.y");

        assertThat(line.environment())
                .containsEntry("MAINSWATCH_HTTP_PORT", "2")
                .containsEntry("PATH", "/bin");
        assertThat(line.config()).isEqualTo(Path.of("x.y"));
    }

    @Test
    void anOptionThatIsNoneSaysWhatThereIs() {
        assertThatThrownBy(() -> CommandLine.parse(DECLARATION, Map.of(), "--htpp-port", "2"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--htpp-port: is not an option. There are --config, --auth, --auth-keys,")
                .hasMessageEndingWith(" --sqs-port.");
        assertThatThrownBy(() -> CommandLine.parse(DECLARATION, Map.of(), "--data"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--data: needs a value after it.");
    }
}
