package io.mainswatch.localaws.clients;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.LocalAwsExtension;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The project of somebody else in src/it/third-party, which knows nothing of local-aws but the artifact. */
class ThirdPartyTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final Path SOURCES = Path.of("src/it/third-party/src/test/java/org/example");

    @Test
    void itsTestsCompileAndPass(@TempDir Path classes) throws Exception {
        List<String> names = compile(classes);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            List<DiscoverySelector> selected = new ArrayList<>();
            for (String name : names) {
                selected.add(selectClass(loader.loadClass("org.example." + name)));
            }
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selected)
                                    .build(),
                            summary);
        }
        assertThat(summary.getSummary().getFailures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(2);
    }

    @Test
    void besideOneThatRunsAnotherStartsOnFreePortsWithinThreeSeconds(@TempDir Path folder) {
        Instant begin = Instant.now();
        try (LocalAws another = LocalAws.builder().data(folder).freePorts().start()) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(another.httpPort()).isNotEqualTo(LOCAL.aws().httpPort());
        }
    }

    private static List<String> compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", classPathWithoutOurTests(), "-Xlint:-options"));
        List<String> names = new ArrayList<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                arguments.add(source.toString());
                names.add(source.getFileName().toString().replace(".java", ""));
            }
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("exit code of the compiler")
                .isZero();
        return names;
    }

    private static String classPathWithoutOurTests() {
        String ours = Path.of("target", "test-classes").toAbsolutePath().toString();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.equals(ours))
                .collect(joining(File.pathSeparator));
    }
}
