package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of somebody else's, one POM and one YAML file, runs in a process of its own with what the POM names. */
class ThirdPartyTest {

    private static final Path PROJECT = Path.of("src/test/third-party");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s+<version>([^<]+)</version>\\s+</dependency>");
    private static final List<String> OURS_ALONE =
            List.of("test-classes", "junit", "jqwik", "assertj", "awaitility", "camel-catalog", "camel-mock");

    @TempDir
    Path folder;

    @Test
    void theRouteRunsAndTellsTheLevelOfTheLine() throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcamel.main.routesIncludePattern=file:route.camel.yaml",
                        "-Dcamel.main.durationMaxMessages=1",
                        "-Dcamel.component.pi4j-gpio.debounce=20",
                        "-cp",
                        classPath().collect(Collectors.joining(File.pathSeparator)),
                        "org.apache.camel.main.Main")
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(read(log)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(read(log)).contains("the button on line 4 is ON");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void thePomNamesWhatThisBuildUses() throws IOException {
        List<String> jars =
                classPath().map(path -> Path.of(path).getFileName().toString()).toList();

        List<MatchResult> dependencies =
                DEPENDENCY.matcher(read(PROJECT.resolve("pom.xml"))).results().toList();

        assertThat(dependencies).hasSize(6);
        assertThat(dependencies).allSatisfy(dependency -> {
            String artifact = dependency.group(1);
            assertThat(jars)
                    .contains(
                            artifact.equals("camel-pi4j") ? "classes" : artifact + "-" + dependency.group(2) + ".jar");
        });
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> OURS_ALONE.stream().noneMatch(path::contains));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
