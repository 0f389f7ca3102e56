package io.mainswatch.cloud.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.settings.Setting;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsDeclaration;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CloudSettingsTest {

    private static final Path FILE = Path.of("../config/cloud/application.properties");

    private final CloudSettings declaration = new CloudSettings();

    @Test
    void theDeliveredFileNamesEveryKeyWithItsDefaultInOrder() throws IOException {
        List<String> lines = Files.readAllLines(FILE).stream()
                .filter(line -> line.matches("#?mainswatch\\..*"))
                .toList();

        assertThat(lines.stream().map(line -> line.replaceFirst("#", "").replaceFirst("=.*", "")))
                .containsExactlyElementsOf(
                        declaration.settings().stream().map(Setting::key).toList());
        for (Setting setting : declaration.settings()) {
            if (setting.fallback() != null) {
                assertThat(lines).contains(setting.key() + "=" + setting.fallback());
            } else if (!setting.required()) {
                assertThat(lines).contains("#" + setting.key() + "=");
            }
        }
    }

    @Test
    void theDeliveredFileCanBeUsed() {
        Settings settings = new SettingsReader(declaration, Map.of()).read(FILE);

        assertThat(settings.text(CloudSettings.TOPIC_ROOT)).isEqualTo("$aws");
        assertThat(settings.find(CloudSettings.DATABASE_URL)).isEmpty();
    }

    @Test
    void wrongValuesAreNamedWithTheirRange() {
        assertThat(new SettingsReader(
                                declaration,
                                Map.of(
                                        "MAINSWATCH_MAIL_FROM", "Mainswatch <alarm@example.org>",
                                        "MAINSWATCH_DATABASE_URL", "jdbc:mysql://db",
                                        "MAINSWATCH_TOPIC_ROOT", "aws/#",
                                        "MAINSWATCH_NOTIFY_EXPIRE", "5s"))
                        .check(FILE))
                .extracting(Object::toString)
                .anySatisfy(problem -> assertThat(problem).contains("MAIL_FROM").contains("a plain e-mail address"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("DATABASE_URL").contains("a jdbc:postgresql: URL"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("TOPIC_ROOT").contains("without wildcards"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("NOTIFY_EXPIRE").contains("from 1m to 30d"))
                .hasSize(4);
    }

    @Test
    void theCheckFindsTheDeclaration() {
        assertThat(ServiceLoader.load(SettingsDeclaration.class))
                .extracting(SettingsDeclaration::program)
                .contains("cloud");
    }
}
