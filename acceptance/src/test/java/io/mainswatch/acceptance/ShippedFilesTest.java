package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.routecheck.OperatorCheck;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate for the routes and the configuration that we ship: what {@code ./mainswatch check} says of them. */
class ShippedFilesTest {

    private static final Path ROOT = Installation.root();

    @Test
    void everyRouteAndEveryConfigurationFilePassesTheCheck() {
        var report = new OperatorCheck(Map.of()).check(ROOT.resolve("routes"), ROOT.resolve("config"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.configurations()).as("edge, cloud and local-aws").isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void theConfigurationFileNamesEveryKeyWithItsDefault(SettingsDeclaration declaration) throws IOException {
        Path file = ROOT.resolve("config").resolve(declaration.program()).resolve("application.properties");
        var lines = Files.readAllLines(file);

        for (Setting setting : declaration.settings()) {
            String key = setting.key().replace("input.*", "input.door").replace("output.*", "output.siren") + "=";
            String expected = setting.fallback() == null
                    ? "#?" + Pattern.quote(key) + ".*"
                    : Pattern.quote(key + setting.fallback());
            assertThat(lines).as(file.toString()).anyMatch(line -> line.matches(expected));
        }
    }

    static Stream<SettingsDeclaration> declarations() {
        return ServiceLoader.load(SettingsDeclaration.class).stream().map(ServiceLoader.Provider::get);
    }
}
