package io.mainswatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad value stops the start of any program and is named with its allowed range. */
class BadConfigurationIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "edge, MAINSWATCH_HEARTBEAT, soon, mainswatch.heartbeat = soon: must be a time such as",
        "edge, MAINSWATCH_GPIO, magic, mainswatch.gpio = magic: must be one of",
        "cloud, MAINSWATCH_PORT, 70000, mainswatch.port = 70000: must be a whole number from 1 to 65535",
        "local-aws, MAINSWATCH_HTTP_PORT, x, mainswatch.http-port = x: must be a whole number from"
    })
    void isNamedWithKeyValueAndRange(String program, String variable, String value, String expected) {
        try (Program started =
                new Program(List.of(program), Map.of(variable, value), folder.resolve(program + ".log"))) {
            assertThat(started.launch().waitForExit()).isEqualTo(2);
            assertThat(started.output())
                    .contains(expected)
                    .doesNotContain("Exception")
                    .doesNotContain("ready: ");
        }
    }
}
