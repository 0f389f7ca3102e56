package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual shows runs, and its tables are what the build generates. */
class ReadmeTest {

    private static final Path README = Path.of("README.adoc");

    private static final ComponentModel MODEL = CatalogTest.catalog().componentModel("pi4j-gpio");

    private final Board board = new Board();

    @AfterEach
    void close() {
        board.close();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void theYamlStarts(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(board.camel).loadRoutes(ResourceHelper.fromString("readme.camel.yaml", yaml));
        board.camel.start();

        assertThat(board.camel.getRoutes())
                .isNotEmpty()
                .extracting(Route::getUptimeMillis)
                .allMatch(up -> up >= 0);
        assertThat(board.pi4j.registry().all()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("java")
    void theJavaCompilesAndStarts(String code, @TempDir Path classes) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {compile(code, classes).toUri().toURL()}, getClass().getClassLoader())) {
            board.camel.addRoutes((RouteBuilder)
                    loader.loadClass("Readme").getDeclaredConstructor().newInstance());
            board.camel.start();
        }
        assertThat(board.camel.isStarted()).isTrue();
    }

    /** Name, group, description, default and type of each, word for word, and none that there is not. */
    @Test
    void theOptionsAreThoseOfTheGeneratedDescription() throws IOException {
        Set<String> ofEndpoint = MODEL.getEndpointOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        Stream<? extends BaseOptionModel> ofComponent =
                MODEL.getComponentOptions().stream().filter(option -> !ofEndpoint.contains(option.getName()));

        assertThat(rows(4))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ofComponent, MODEL.getEndpointOptions().stream())
                        .map(ReadmeTest::row)
                        .toList());
    }

    @Test
    void theHeadersAreThoseOfTheGeneratedDescription() throws IOException {
        assertThat(rows(3))
                .containsExactlyInAnyOrderElementsOf(MODEL.getEndpointHeaders().stream()
                        .map(header -> "| *" + header.getName() + "* | " + header.getDescription() + " | "
                                + header.getShortJavaType())
                        .toList());
    }

    /** The rows of so many cells that begin with a name in bold. */
    private static List<String> rows(int cells) throws IOException {
        return Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("| *") && line.split("\\|", -1).length == cells + 1)
                .toList();
    }

    private static String row(BaseOptionModel option) {
        return "| *" + option.getName() + "* (" + option.getGroup() + ") | "
                + (option.isAutowired() ? "*Autowired* " : "") + (option.isRequired() ? "*Required* " : "")
                + option.getDescription() + " | " + Objects.toString(option.getDefaultValue(), "") + " | "
                + type(option);
    }

    private static String type(BaseOptionModel option) {
        if (option.getEnums() != null) {
            return String.join(", ", option.getEnums());
        }
        return option.getType().equals("duration") ? "duration" : option.getShortJavaType();
    }

    static Stream<String> yaml() throws IOException {
        return blocks("yaml");
    }

    static Stream<String> java() throws IOException {
        return blocks("java");
    }

    private static Stream<String> blocks(String language) throws IOException {
        return Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1));
    }

    private static Path compile(String code, Path classes) {
        String source = "public class Readme extends " + RouteBuilder.class.getName()
                + " { public void configure() throws Exception { " + code + " } }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(
                                new SimpleJavaFileObject(
                                        URI.create("string:///Readme.java"), SimpleJavaFileObject.Kind.SOURCE) {
                                    @Override
                                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                                        return source;
                                    }
                                }))
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
        return classes;
    }
}
