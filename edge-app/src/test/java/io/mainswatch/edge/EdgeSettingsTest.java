package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.settings.Setting;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeSettingsTest {

    private static final Path FILE = Path.of("..").resolve(EdgeSettings.FILE);

    @Test
    void theFileNamesEveryKeyWithItsDefault() throws IOException {
        String file = Files.readString(FILE);

        for (Setting setting : new EdgeSettings().settings()) {
            String key = setting.key().replace("input.*", "input.door").replace("output.*", "output.siren");
            assertThat(file)
                    .contains(
                            setting.fallback() == null
                                    ? "\n#" + key + "=\n"
                                    : "\n" + key + "=" + setting.fallback() + "\n");
        }
    }

    @Test
    void theFileAsItIsLacksOnlyTheThingAndItsEndpoint() {
        assertThat(new SettingsReader(new EdgeSettings(), Map.of()).check(FILE))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.missing()).isTrue());
    }

    @Test
    void withoutTlsOnlyALoopbackAddressIsAnEndpoint() {
        assertThat(endpoint(Map.of("MAINSWATCH_TLS", "off")).endpoint().host()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> endpoint(Map.of("MAINSWATCH_TLS", "off", "MAINSWATCH_ENDPOINT", "192.0.2.1"))
                        .endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.tls = off: must be on")
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void withTlsACertificateIsRequired() {
        assertThatThrownBy(() -> endpoint(Map.of()).endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.certificate is not set");
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() {
        String notPem = FILE.toString();
        assertThatThrownBy(() -> endpoint(Map.of("MAINSWATCH_CERTIFICATE", notPem, "MAINSWATCH_PRIVATE_KEY", notPem))
                        .endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.certificate = " + notPem)
                .hasMessageContaining("must be PEM files that belong together");
    }

    private static EndpointSettings endpoint(Map<String, String> changes) {
        Map<String, String> environment =
                new HashMap<>(Map.of("MAINSWATCH_THING_NAME", "cabin", "MAINSWATCH_ENDPOINT", "127.0.0.1"));
        environment.putAll(changes);
        Settings settings = new SettingsReader(new EdgeSettings(), environment).read(FILE);
        return new EndpointSettings(settings);
    }
}
