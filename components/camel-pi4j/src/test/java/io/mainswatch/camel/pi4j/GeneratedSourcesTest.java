package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build writes src/generated anew each time; here it must have written what stood there before. */
class GeneratedSourcesTest {

    @Test
    void whatIsCommittedIsWhatTheBuildGenerates() throws IOException {
        assertThat(files(Path.of("target/generated-as-committed")))
                .as("src/generated was not current and has just been written anew: commit it")
                .isEqualTo(files(Path.of("src/generated")))
                .hasSizeGreaterThan(5);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString(), read(file)));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
