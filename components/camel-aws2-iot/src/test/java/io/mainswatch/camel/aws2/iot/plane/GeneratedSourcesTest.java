package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed src/generated is what the component plugin writes. Maven keeps a copy of it before the plugin runs; so a
 * change of options without the generated files fails the first build, which leaves the right ones to be committed.
 */
class GeneratedSourcesTest {

    private static final Path AFTER = Path.of("src/generated");
    private static final Path BEFORE = Path.of("target/generated-before");

    @Test
    void theBuildChangesNothingInTheGeneratedSources() throws IOException {
        assertThat(filesIn(AFTER).filter(GeneratedSourcesTest::changed))
                .as("generated files that were not current: they are now, commit them")
                .isEmpty();
    }

    @Test
    void thereAreGeneratedSources() throws IOException {
        assertThat(filesIn(AFTER).map(path -> path.getFileName().toString()))
                .containsAll(List.of("aws2-iot.json", "aws2-iot-data.json", "Iot2EndpointConfigurer.java"));
    }

    private static Stream<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static boolean changed(Path after) {
        Path before = BEFORE.resolve(AFTER.relativize(after));
        try {
            return !Files.exists(before) || Files.mismatch(before, after) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
