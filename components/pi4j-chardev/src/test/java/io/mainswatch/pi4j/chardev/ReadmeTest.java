package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's example compiles. */
class ReadmeTest {

    private static final String IMPORTS = """
            import com.pi4j.Pi4J;
            import com.pi4j.context.Context;
            import com.pi4j.io.gpio.digital.*;
            import io.mainswatch.pi4j.chardev.*;
            """;

    @TempDir
    Path folder;

    /** Compiled only: what it does needs a chip, which the emulated machine of acceptance/gpio-vm has. */
    @Test
    void theExampleCompilesAgainstWhatOthersMaySee() throws Exception {
        List<String> examples = blocks("java").toList();

        assertThat(examples).hasSize(1);
        assertThat(complaints(IMPORTS + "class Example { void run() {\n" + examples.get(0) + "\n} }"))
                .isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(loader.loadClass("Example").getDeclaredMethods()).isNotEmpty();
        }
    }

    @Test
    void anExampleThatIsWrongWouldBeNoticed() {
        assertThat(complaints(IMPORTS + "class Example { Chip hidden; }")).contains("Chip");
    }

    private String complaints(String source) {
        StringWriter complaints = new StringWriter();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        complaints,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(file))
                .call();
        return complaints.toString();
    }

    private static Stream<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1));
    }
}
